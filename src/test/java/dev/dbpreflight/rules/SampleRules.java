package dev.dbpreflight.rules;

import static dev.dbpreflight.model.Engine.SQLITE;
import static dev.dbpreflight.rules.Severity.ERROR;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import java.util.List;
import java.util.stream.Stream;

/** Rules that behave in every way that the engine must cope with; each has a letter of its own. */
final class SampleRules {
  private static final ObjectRef TABLE = table("shops");

  private static ObjectRef table(String name) {
    return ObjectRef.of(ObjectKind.TABLE, new ObjectName("public", name));
  }

  @RuleInfo(id = "a-finds", severity = ERROR, since = "1", summary = "s", why = "w", fix = "f")
  static final class Finds implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return Stream.of(finding(TABLE, "is wrong"));
    }
  }

  @RuleInfo(
      id = "b-critical",
      severity = WARNING,
      critical = true,
      since = "1",
      summary = "s",
      why = "w",
      fix = "f")
  static final class Critical implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return Stream.of(finding(TABLE, "would kill it"));
    }
  }

  @RuleInfo(
      id = "c-finds-nothing",
      severity = ERROR,
      since = "1",
      summary = "s",
      why = "w",
      fix = "f")
  static final class FindsNothing implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return Stream.empty();
    }
  }

  @RuleInfo(id = "d-blind", severity = WARNING, since = "1", summary = "s", why = "w", fix = "f")
  static final class Blind implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return Stream.empty();
    }

    @Override
    public Stream<Unseen> unseen(Evidence evidence) {
      return Stream.of(new Unseen("no right", "GRANT"), new Unseen("no right", "GRANT"));
    }
  }

  @RuleInfo(
      id = "e-half-blind",
      severity = WARNING,
      since = "1",
      summary = "s",
      why = "w",
      fix = "f")
  static final class HalfBlind implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return Stream.of(finding(TABLE, "is wrong"));
    }

    @Override
    public Stream<Unseen> unseen(Evidence evidence) {
      return Stream.of(new Unseen("no right", "GRANT"));
    }
  }

  @RuleInfo(id = "f-breaks", severity = ERROR, since = "1", summary = "s", why = "w", fix = "f")
  static final class Breaks implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return Stream.of(1).map(number -> finding(TABLE, "%d", List.of(number).get(number)));
    }
  }

  @RuleInfo(id = "g-never-ends", severity = ERROR, since = "1", summary = "s", why = "w", fix = "f")
  static final class NeverEnds implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return check(evidence);
    }
  }

  @RuleInfo(
      id = "h-needs-the-expected",
      severity = ERROR,
      needs = Need.EXPECTED_SCHEMA,
      since = "1",
      summary = "s",
      why = "w",
      fix = "f")
  static final class NeedsTheExpected implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return Stream.of(finding(TABLE, "differs from %s", evidence.baseline().get().source()));
    }
  }

  @RuleInfo(
      id = "i-preview",
      severity = ERROR,
      preview = true,
      since = "1",
      summary = "s",
      why = "w",
      fix = "f")
  static final class Preview implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return Stream.of(finding(TABLE, "is wrong"));
    }
  }

  @RuleInfo(
      id = "j-sqlite-only",
      severity = ERROR,
      engines = SQLITE,
      since = "1",
      summary = "s",
      why = "w",
      fix = "f")
  static final class SqliteOnly implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return Stream.of(finding(TABLE, "is wrong"));
    }
  }

  @RuleInfo(id = "k-many", severity = ERROR, since = "1", summary = "s", why = "w", fix = "f")
  static final class Many implements Rule {
    @Override
    public Stream<Finding> check(Evidence evidence) {
      return Stream.of(
          finding(table("b"), "is wrong"),
          finding(ObjectRef.of(ObjectKind.VIEW, new ObjectName("public", "a")), "is wrong"),
          finding(table("a"), "is wrong").withDetail("type"),
          finding(table("a"), "is wrong").withDetail("default"),
          finding(table("b"), "is wrong"));
    }
  }

  private static final List<Rule> ALL =
      List.of(
          new Many(),
          new SqliteOnly(),
          new Preview(),
          new NeedsTheExpected(),
          new NeverEnds(),
          new Breaks(),
          new HalfBlind(),
          new Blind(),
          new FindsNothing(),
          new Critical(),
          new Finds());

  private SampleRules() {}

  static Rule rule(String letter) {
    return ALL.stream()
        .filter(rule -> rule.info().id().startsWith(letter + "-"))
        .findFirst()
        .orElseThrow();
  }

  static Rule[] rules(String letters) {
    return letters.chars().mapToObj(letter -> rule("" + (char) letter)).toArray(Rule[]::new);
  }
}
