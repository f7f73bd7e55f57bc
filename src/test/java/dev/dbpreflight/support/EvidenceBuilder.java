package dev.dbpreflight.support;

import dev.dbpreflight.checks.CheckFiles;
import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Evidence.Expected;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What rules are given, made by hand. */
public final class EvidenceBuilder {
  private final SchemaModel live;
  private final List<History> histories = new ArrayList<>();
  private Profile profile = CheckFiles.shipped("before-deploy").profile();
  private LiveFacts facts = LiveFacts.NONE;
  private Conditions conditions = Conditions.NONE;
  private Optional<Expected> release = Optional.empty();
  private Optional<Expected> recorded = Optional.empty();
  private Optional<Migrations> migrations = Optional.empty();
  private String revision = "";
  private OptionalInt tables = OptionalInt.empty();
  private OptionalLong storage = OptionalLong.empty();

  private EvidenceBuilder(SchemaModel live) {
    this.live = live;
  }

  public static EvidenceBuilder live(SchemaBuilder schema) {
    return new EvidenceBuilder(schema.build());
  }

  /** A target without any object. */
  public static EvidenceBuilder fresh() {
    return live(SchemaBuilder.postgres(18));
  }

  public EvidenceBuilder release(SchemaBuilder schema) {
    release = Optional.of(new Expected(schema.build(), "v2", "v2.json"));
    return this;
  }

  public EvidenceBuilder recorded(SchemaBuilder schema) {
    recorded = Optional.of(new Expected(schema.build(), "v1", "v1.json"));
    return this;
  }

  public EvidenceBuilder migrations(Migrations files) {
    migrations = Optional.of(files);
    return this;
  }

  /** The revision that the user says the release leads to. */
  public EvidenceBuilder revision(String expected) {
    revision = expected;
    return this;
  }

  /** How many tables the user says there are after the release. */
  public EvidenceBuilder tables(int expected) {
    tables = OptionalInt.of(expected);
    return this;
  }

  /** How many bytes the user says the database may take. */
  public EvidenceBuilder storage(long bytes) {
    storage = OptionalLong.of(bytes);
    return this;
  }

  public EvidenceBuilder history(History history) {
    histories.add(history);
    return this;
  }

  /** An Alembic history; without revisions it claims nothing. */
  public EvidenceBuilder alembic(String... revisions) {
    histories.add(
        History.recording(
            MigrationTool.ALEMBIC, new ObjectName("public", "alembic_version"), revisions));
    return this;
  }

  public EvidenceBuilder unreadableHistory() {
    histories.add(
        new History(
            MigrationTool.ALEMBIC,
            new ObjectName("public", "alembic_version"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "permission denied for table alembic_version",
            "GRANT SELECT ON public.alembic_version TO looker"));
    return this;
  }

  public EvidenceBuilder facts(LiveFacts seen) {
    facts = seen;
    return this;
  }

  public EvidenceBuilder conditions(Conditions seen) {
    conditions = seen;
    return this;
  }

  public EvidenceBuilder capacity(Capacity seen) {
    return conditions(Conditions.NONE.with(seen));
  }

  public EvidenceBuilder drift() {
    profile = CheckFiles.shipped("drift").profile();
    return this;
  }

  public EvidenceBuilder accept(DatabaseState... states) {
    profile = profile.withAccept(Set.of(states));
    return this;
  }

  public Profile profile() {
    return profile;
  }

  public Evidence build() {
    DatabaseState state = DatabaseState.of(live, histories);
    return new Evidence(
        profile,
        new Evidence.Target(live, state, histories, facts, conditions),
        new Evidence.Plan(release, recorded, migrations, revision, tables, storage));
  }

  /** What the rule says about this evidence, one line per finding. */
  public List<String> findings(Rule rule) {
    return rule.check(build()).sorted().map(Finding::what).toList();
  }

  /** What the rule says it did not get to see. */
  public List<String> unseen(Rule rule) {
    return rule.unseen(build()).map(Rule.Unseen::reason).toList();
  }
}
