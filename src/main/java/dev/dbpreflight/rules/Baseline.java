package dev.dbpreflight.rules;

import dev.dbpreflight.diff.Change;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.History;
import dev.dbpreflight.rules.Evidence.Expected;
import dev.dbpreflight.rules.Evidence.Plan;
import dev.dbpreflight.rules.Evidence.Target;
import java.util.List;
import java.util.Optional;

/** The schema that a target should have at this moment, and how it differs from it. */
final class Baseline {
  private final Profile profile;
  private final Target target;
  private final Plan plan;
  private final Optional<Held> held;

  /** An expected schema and how the live one differs from it. */
  private record Held(Expected expected, List<Change> changes) {

    boolean isProvenDifferent() {
      return !changes.stream().allMatch(PropertyUnclear.class::isInstance);
    }
  }

  /**
   * @param betweenRevisions migrations of the release are still pending, and nothing else is wrong
   */
  Baseline(Profile profile, Target target, Plan plan, boolean betweenRevisions) {
    this.profile = profile;
    this.target = target;
    this.plan = plan;
    this.held = profile.phase() == Phase.AT_REST ? atRest(betweenRevisions) : beforeDeployment();
  }

  Optional<Expected> expected() {
    return held.map(Held::expected);
  }

  List<Change> changes() {
    return held.map(Held::changes).orElse(List.of());
  }

  boolean isRelease() {
    return held.filter(found -> plan.release().filter(found.expected()::equals).isPresent())
        .filter(found -> !found.isProvenDifferent())
        .isPresent();
  }

  /** What is still pending is told as such, and not once more as objects that do not exist. */
  private Optional<Held> atRest(boolean betweenRevisions) {
    Optional<Expected> expected =
        betweenRevisions ? plan.recorded().or(plan::release) : plan.release().or(plan::recorded);
    return expected.map(this::hold);
  }

  private Optional<Held> beforeDeployment() {
    Optional<Held> atRelease = plan.release().map(this::hold);
    if (plan.recorded().isEmpty()) {
      return atRelease
          .filter(found -> !found.isProvenDifferent())
          .or(() -> emptySchema().map(this::hold));
    }
    // A history that records another revision is believed even if the release's objects are there:
    // the migration tool believes it too, and creates them once more.
    return atRelease
        .filter(found -> isSame(found.expected(), plan.recorded().get()))
        .or(() -> plan.recorded().map(this::hold));
  }

  private static boolean isSame(Expected one, Expected other) {
    return one.source().equals(other.source())
        || (!one.revision().isEmpty() && one.revision().equals(other.revision()));
  }

  private Optional<Expected> emptySchema() {
    boolean claimed = target.histories().stream().anyMatch(History::claimsApplied);
    if (claimed || target.state() == DatabaseState.POPULATED) {
      return Optional.empty();
    }
    // Extensions and empty schemas may be there: a database without users' objects is as expected.
    return Optional.of(new Expected(target.schema(), "", "an empty database"));
  }

  private Held hold(Expected expected) {
    return new Held(
        expected, new SchemaDiff(profile.compare()).compare(expected.schema(), target.schema()));
  }
}
