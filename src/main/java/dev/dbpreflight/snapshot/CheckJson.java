package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Constraint.Check;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Check constraints of tables and domains; those of domains stand in a list of their own. */
final class CheckJson {

  private CheckJson() {}

  static MembersOut write(MembersOut out, Check check) {
    return out.sql("expression", check.expression())
        .flag("validated", check.validated(), true)
        .flag("enforced", check.enforced(), true)
        .flag("noInherit", check.noInherit(), false)
        .flag("inherited", check.inherited(), false);
  }

  static Check read(MembersIn in, String name) {
    return new Check(
        name,
        in.sql("expression"),
        in.flag("validated", true),
        in.flag("enforced", true),
        in.flag("noInherit", false),
        in.flag("inherited", false),
        in.lines("comment"));
  }

  static void write(MembersOut out, List<Check> checks) {
    List<Members> items = new ArrayList<>(checks.size());
    for (Check check : checks) {
      MembersOut item = write(new MembersOut().text("name", check.name()), check);
      items.add(item.lines("comment", check.comment()).members());
    }
    out.spread("checks", items);
  }

  static List<Check> read(MembersIn outer) {
    List<Check> checks = new ArrayList<>();
    Map<String, Place> names = new HashMap<>();
    for (MembersIn in : outer.items("checks")) {
      Check check = read(in, in.text("name"));
      in.done();
      in.unique(names, check.name(), "check");
      checks.add(check);
    }
    return checks;
  }
}
