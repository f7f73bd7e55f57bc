package dev.dbpreflight.rules;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.diff.Change;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.View;
import dev.dbpreflight.rules.Rule.Unseen;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What rules may look at: the target as it was seen and the schemas it is held against, as answers
 * to the questions of the field.
 */
public final class Evidence {
  private final Profile profile;
  private final Target target;
  private final Plan plan;
  private final Optional<Held> held;
  private final Collisions collisions;

  /**
   * The target as it was seen.
   *
   * @param schema the users' objects
   */
  public record Target(
      SchemaModel schema, DatabaseState state, List<History> histories, LiveFacts facts) {}

  /**
   * A schema to hold the target against.
   *
   * @param revision what the snapshot says it is; empty when it says nothing
   * @param source the file or URL that it came from, for messages
   */
  public record Expected(SchemaModel schema, String revision, String source) {}

  /** An expected schema and how the live one differs from it. */
  private record Held(Expected expected, List<Change> changes) {

    boolean isProvenDifferent() {
      return !changes.stream().allMatch(PropertyUnclear.class::isInstance);
    }
  }

  /**
   * What is known about the release and about what should be there.
   *
   * @param release the schema that the release leads to
   * @param recorded the schema of the revision that the target's history records
   * @param migrations the files that the release brings
   * @param revision that the user says the release leads to; empty when nothing was said
   */
  public record Plan(
      Optional<Expected> release,
      Optional<Expected> recorded,
      Optional<Migrations> migrations,
      String revision) {}

  public Evidence(Profile profile, Target target, Plan plan) {
    this.profile = profile;
    this.target = target;
    this.plan = plan;
    this.held = findBaseline();
    this.collisions = new Collisions(target.schema());
  }

  public DatabaseState state() {
    return target.state();
  }

  public Phase phase() {
    return profile.phase();
  }

  /** The threshold of a rule, as the profile sets it or as the rule declares it. */
  public double parameter(Rule rule, String name) {
    return profile.parameter(rule.info(), name);
  }

  public boolean accepts(DatabaseState state) {
    return profile.accept().contains(state);
  }

  /** What the user accepts, sorted; empty when the user said nothing. */
  public List<DatabaseState> accepted() {
    return profile.accept().stream().sorted().toList();
  }

  /** The live schema: the users' objects. */
  public SchemaModel live() {
    return target.schema();
  }

  public Stream<Table> tables() {
    return target.schema().tables().stream();
  }

  public Stream<View> views() {
    return target.schema().all(View.class).stream();
  }

  /** Groups of tables that reference each other in a circle, sorted. */
  public List<SortedSet<ObjectName>> foreignKeyCycles() {
    return new ForeignKeyGraph(target.schema().tables()).cycles();
  }

  public List<History> histories() {
    return target.histories();
  }

  /** Bookkeeping tables whose rows nobody may read, and what would change that. */
  public Stream<Unseen> unreadHistories() {
    return histories().stream()
        .filter(history -> !history.unread().isEmpty())
        .map(
            history ->
                new Unseen(
                    history.unread(),
                    "GRANT SELECT ON " + inSql(history.table()) + " TO this role"));
  }

  public LiveFacts facts() {
    return target.facts();
  }

  /** The schema that the release leads to, where one was given. */
  public Optional<Expected> release() {
    return plan.release();
  }

  /** The files that the release brings, where they are known. */
  public Optional<Migrations> migrations() {
    return plan.migrations();
  }

  /** The revision that the user says the release leads to; empty when nothing was said. */
  public String expectedRevision() {
    return plan.revision();
  }

  /** The schema of the revision that the target's history records, where its snapshot is known. */
  public Optional<Expected> recorded() {
    return plan.recorded();
  }

  /**
   * The schema that the target should have at this moment. At rest that is the expected one. Before
   * a deployment it is that of the revision that the history records, or the release's own where
   * the target has it already and no history contradicts, else what is there if no history claims
   * anything and no object exists; empty when none of these is known.
   */
  public Optional<Expected> baseline() {
    return held.map(Held::expected);
  }

  /** The release is there already: the live schema is the one that it leads to. */
  public boolean deployedAlready() {
    return phase() == Phase.BEFORE_DEPLOY && isAtRelease() && changes().isEmpty();
  }

  /**
   * No difference between the live schema and the release's is proven; unclear ones may remain, so
   * that another version of the server does not make the release collide with itself.
   */
  public boolean isAtRelease() {
    return held.filter(found -> plan.release().filter(found.expected()::equals).isPresent())
        .filter(found -> !found.isProvenDifferent())
        .isPresent();
  }

  /** The differences between {@link #baseline()} and the live schema, of one type. */
  public <C extends Change> Stream<C> changes(Class<C> type) {
    return changes().stream().filter(type::isInstance).map(type::cast);
  }

  /**
   * Objects that the release creates and that exist already. None at rest, and none when the
   * release is there already.
   */
  public List<SchemaObject> collisions() {
    if (phase() != Phase.BEFORE_DEPLOY || plan.release().isEmpty() || isAtRelease()) {
      return List.of();
    }
    SchemaModel known = baseline().map(Expected::schema).orElse(null);
    return collisions.of(plan.release().get().schema(), known);
  }

  private static String inSql(ObjectName table) {
    return Stream.of(table.schema(), table.name())
        .filter(part -> !part.isEmpty())
        .map(
            part ->
                part.matches("[a-z_][a-z0-9_]*") ? part : '"' + part.replace("\"", "\"\"") + '"')
        .collect(joining("."));
  }

  private List<Change> changes() {
    return held.map(Held::changes).orElse(List.of());
  }

  private Optional<Held> findBaseline() {
    Optional<Held> atRelease = plan.release().map(this::hold);
    if (phase() == Phase.AT_REST) {
      return atRelease;
    }
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
    return Optional.of(new Expected(live(), "", "an empty database"));
  }

  private Held hold(Expected expected) {
    return new Held(
        expected, new SchemaDiff(profile.compare()).compare(expected.schema(), target.schema()));
  }
}
