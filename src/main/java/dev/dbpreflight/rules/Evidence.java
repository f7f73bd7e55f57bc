package dev.dbpreflight.rules;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.diff.Change;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.Leftover;
import dev.dbpreflight.history.MigrationGraph;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Standing;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.View;
import dev.dbpreflight.rules.Rule.Unseen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
  private final Baseline baseline;
  private final Collisions collisions;
  private final List<Waivers.Outcome> waivers;
  private final Whereabouts whereabouts;
  private final MomentEvidence moment;

  /**
   * The target as it was seen.
   *
   * @param schema the users' objects
   */
  public record Target(
      SchemaModel schema,
      DatabaseState state,
      List<History> histories,
      LiveFacts facts,
      Conditions conditions) {}

  /**
   * A schema to hold the target against.
   *
   * @param revision what the snapshot says it is; empty when it says nothing
   * @param source the file or URL that it came from, for messages
   */
  public record Expected(SchemaModel schema, String revision, String source) {}

  /**
   * What is known about the release and about what should be there.
   *
   * @param release the schema that the release leads to
   * @param recorded the schema of the revision that the target's history records
   * @param migrations the files that the release brings
   * @param revision that the user says the release leads to; empty when nothing was said
   * @param tables how many tables the user says there are after the release
   * @param storage how many bytes the user says the database may take
   */
  public record Plan(
      Optional<Expected> release,
      Optional<Expected> recorded,
      Optional<Migrations> migrations,
      String revision,
      OptionalInt tables,
      OptionalLong storage) {

    public Plan(
        Optional<Expected> release,
        Optional<Expected> recorded,
        Optional<Migrations> migrations,
        String revision) {
      this(release, recorded, migrations, revision, OptionalInt.empty(), OptionalLong.empty());
    }
  }

  public Evidence(Profile profile, Target target, Plan plan) {
    this.profile = profile;
    this.target = target;
    this.plan = plan;
    this.whereabouts = new Whereabouts(target, plan);
    this.baseline = new Baseline(profile, target, plan, whereabouts.isBetweenRevisions());
    this.collisions = new Collisions(target.schema());
    this.moment = new MomentEvidence(target, plan);
    this.waivers = List.of();
  }

  private Evidence(Evidence other, List<Waivers.Outcome> waivers) {
    this.profile = other.profile;
    this.target = other.target;
    this.plan = other.plan;
    this.whereabouts = other.whereabouts;
    this.baseline = other.baseline;
    this.collisions = other.collisions;
    this.moment = other.moment;
    this.waivers = List.copyOf(waivers);
  }

  /** The same evidence, and how waivers ended. */
  Evidence with(List<Waivers.Outcome> outcomes) {
    return new Evidence(this, outcomes);
  }

  /** Waivers that ended so, in their order. */
  public Stream<Waiver> waivers(Waivers.State state) {
    return waivers.stream()
        .filter(outcome -> outcome.state() == state)
        .map(Waivers.Outcome::waiver);
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

  /** A threshold of a rule that counts seconds. */
  public Duration seconds(Rule rule, String name) {
    return Duration.ofSeconds((long) parameter(rule, name));
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
        .map(Evidence::unread);
  }

  private static Unseen unread(History history) {
    return new Unseen(history.unread(), history.remedy());
  }

  public LiveFacts facts() {
    return target.facts();
  }

  /** Whether this is a good moment, and what the release is about to touch. */
  public MomentEvidence moment() {
    return moment;
  }

  /** The schema that the release leads to, where one was given. */
  public Optional<Expected> release() {
    return plan.release();
  }

  /** The files that the release brings, where they are known. */
  public Optional<Migrations> migrations() {
    return plan.migrations();
  }

  /** How the files that the release brings follow each other. */
  public Optional<MigrationGraph> graph() {
    return whereabouts.graph();
  }

  /**
   * Where every history of the files' tool stands against them, only as far as the files lead to
   * the expected revision; empty where no files are known, or where they leave no history behind.
   */
  public List<Standing> standings() {
    return whereabouts.standings();
  }

  /** Standings whose pending files are no mere consequence of something worse. */
  public Stream<Standing> pending() {
    return whereabouts.pending(unrecorded());
  }

  /** Standings of databases on which the release comes to something that is there already. */
  public Stream<Standing> upgrades() {
    return phase() == Phase.BEFORE_DEPLOY
        ? pending().filter(Standing::claimsApplied)
        : Stream.empty();
  }

  /** What migrations that broke off have left behind. */
  public List<Leftover> leftovers() {
    return Leftover.in(live(), histories());
  }

  /** Groups of heads of the release's files that nobody can have meant. */
  public List<List<String>> forks() {
    return whereabouts.forks();
  }

  /** Histories that are not at the expected revision, where nothing else says why. */
  public List<History> awayFromExpected() {
    return plan.revision().isEmpty() ? List.of() : whereabouts.awayFrom(plan.revision());
  }

  /** Why nobody can tell what of the files was applied: histories that were not read, or none. */
  public Stream<Unseen> unreadStandings() {
    if (standings().isEmpty() && migrations().isPresent()) {
      return Stream.of(
          new Unseen(
              migrations().get().tool().title() + " leave no history behind", "--expect FILE"));
    }
    return standings().stream()
        .filter(standing -> !standing.isKnown())
        .flatMap(standing -> standing.history().stream())
        .map(Evidence::unread);
  }

  /** The database is at some point of the release's own history, and nothing of it went wrong. */
  public boolean isExplainedByHistory() {
    return whereabouts.isExplained();
  }

  /**
   * A tool that has nothing recorded.
   *
   * @param history its table; empty when there is none
   */
  public record Unrecorded(MigrationTool tool, Optional<History> history) {}

  /**
   * Tools that have nothing recorded where users' objects exist: they would run everything from the
   * beginning. None where the user accepts any content, or where each collision is told by name.
   */
  public List<Unrecorded> unrecorded() {
    return accepts(DatabaseState.POPULATED) || !collisions().isEmpty()
        ? List.of()
        : whereabouts.unrecorded();
  }

  /** The revision that the user says the release leads to; empty when nothing was said. */
  public String expectedRevision() {
    return plan.revision();
  }

  /** How many tables the user says there are after the release. */
  public OptionalInt expectedTables() {
    return plan.tables();
  }

  /** How many bytes the user says the database may take. */
  public OptionalLong storage() {
    return plan.storage();
  }

  /** The schema of the revision that the target's history records, where its snapshot is known. */
  public Optional<Expected> recorded() {
    return plan.recorded();
  }

  /**
   * The schema that the target should have at this moment. At rest that is the expected one, or
   * that of the recorded revision where no other is expected or migrations are still pending.
   * Before a deployment it is that of the revision that the history records, or the release's own
   * where the target has it already and no history contradicts, else what is there if no history
   * claims anything and no object exists; empty when none of these is known.
   */
  public Optional<Expected> baseline() {
    return baseline.expected();
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
    return baseline.isRelease();
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
    if (phase() != Phase.BEFORE_DEPLOY
        || plan.release().isEmpty()
        || isAtRelease()
        || isAtUnknownRevision()) {
      return List.of();
    }
    SchemaModel known = baseline().map(Expected::schema).orElse(null);
    return collisions.of(plan.release().get().schema(), known);
  }

  /**
   * The release's own history tells how far the database is, and no snapshot tells what that means:
   * what exists and what the release creates cannot be told apart.
   */
  public boolean isAtUnknownRevision() {
    return isExplainedByHistory() && plan.recorded().isEmpty();
  }

  private List<Change> changes() {
    return baseline.changes();
  }
}
