package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.RewriteRule;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Trigger;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Triggers and rules: both are a statement that can be switched off. */
final class TriggerJson {

  private TriggerJson() {}

  static void write(MembersOut out, List<Trigger> triggers, List<RewriteRule> rules) {
    List<Members> items = new ArrayList<>();
    for (Trigger it : triggers) {
      items.add(write(it.name(), it.definition(), it.enabled(), it.comment()));
    }
    out.spread("triggers", items);
    items.clear();
    for (RewriteRule it : rules) {
      items.add(write(it.name(), it.definition(), it.enabled(), it.comment()));
    }
    out.spread("rules", items);
  }

  private static Members write(String name, SqlText definition, String enabled, String comment) {
    return new MembersOut()
        .text("name", name)
        .sql("definition", definition)
        .text("enabled", enabled, "ORIGIN")
        .lines("comment", comment)
        .members();
  }

  static List<Trigger> readTriggers(MembersIn outer) {
    List<Trigger> triggers = new ArrayList<>();
    Map<String, Place> names = new HashMap<>();
    for (MembersIn in : outer.items("triggers")) {
      Trigger trigger =
          new Trigger(
              in.text("name"),
              in.sql("definition"),
              in.text("enabled", "ORIGIN"),
              in.lines("comment"));
      in.done();
      in.unique(names, trigger.name(), "trigger");
      triggers.add(trigger);
    }
    return triggers;
  }

  static List<RewriteRule> readRules(MembersIn outer) {
    List<RewriteRule> rules = new ArrayList<>();
    Map<String, Place> names = new HashMap<>();
    for (MembersIn in : outer.items("rules")) {
      RewriteRule rule =
          new RewriteRule(
              in.text("name"),
              in.sql("definition"),
              in.text("enabled", "ORIGIN"),
              in.lines("comment"));
      in.done();
      in.unique(names, rule.name(), "rule");
      rules.add(rule);
    }
    return rules;
  }
}
