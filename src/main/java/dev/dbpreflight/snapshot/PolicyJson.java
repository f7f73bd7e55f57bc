package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Policy;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Row security policies. */
final class PolicyJson {

  private PolicyJson() {}

  static void write(MembersOut out, List<Policy> policies) {
    List<Members> items = new ArrayList<>(policies.size());
    for (Policy policy : policies) {
      items.add(write(policy));
    }
    out.spread("policies", items);
  }

  private static Members write(Policy policy) {
    return new MembersOut()
        .text("name", policy.name())
        .flag("permissive", policy.permissive(), true)
        .text("command", policy.command(), "ALL")
        .texts("roles", policy.roles())
        .sql("using", policy.using())
        .sql("withCheck", policy.withCheck())
        .lines("comment", policy.comment())
        .members();
  }

  static List<Policy> read(MembersIn outer) {
    List<Policy> policies = new ArrayList<>();
    Map<String, Place> names = new HashMap<>();
    for (MembersIn in : outer.items("policies")) {
      Policy policy =
          new Policy(
              in.text("name"),
              in.flag("permissive", true),
              in.text("command", "ALL"),
              in.texts("roles"),
              in.sql("using"),
              in.sql("withCheck"),
              in.lines("comment"));
      in.done();
      in.unique(names, policy.name(), "policy");
      policies.add(policy);
    }
    return policies;
  }
}
