package dev.dbpreflight.report;

import dev.dbpreflight.history.AppliedMigration;
import dev.dbpreflight.history.AppliedMigration.Origin;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationGraph;
import dev.dbpreflight.history.MigrationLock;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Migrations.Unread;
import dev.dbpreflight.history.Standing;
import dev.dbpreflight.history.Trouble;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.support.Records;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Histories and the files of releases that every format must cope with, by name. */
final class SampleReleases {
  private SampleReleases() {}

  /**
   * @param report whose histories and release are replaced
   */
  static Map<String, Report> all(Report report) {
    Map<String, Report> reports = new LinkedHashMap<>();
    reports.put("pending", with(report, line(MigrationTool.ALEMBIC, 4), alembic("v2")));
    reports.put("nothing-pending", with(report, line(MigrationTool.ALEMBIC, 2), alembic("v2")));
    reports.put("many-pending", with(report, line(MigrationTool.FLYWAY, 33)));
    reports.put("two-tenants", twoTenants(report));
    reports.put("history-in-trouble", inTrouble(report));
    reports.put("files-in-trouble", with(report, tangled()));
    reports.put("no-history-known", with(report, line(MigrationTool.NUMBERED_SQL, 2)));
    return reports;
  }

  static Report with(Report report, Migrations migrations, History... histories) {
    List<History> all = List.of(histories);
    MigrationGraph graph = MigrationGraph.of(migrations);
    return Records.with(
        Records.with(report, "histories", all),
        "release",
        Optional.of(Release.of(graph, Standing.all(all, graph))));
  }

  private static History alembic(String... revisions) {
    return History.recording(
        MigrationTool.ALEMBIC, new ObjectName("public", "alembic_version"), revisions);
  }

  /** A chain: v1, v2, … */
  private static Migrations line(MigrationTool tool, int count) {
    List<MigrationFile> files =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                number -> {
                  String id = (tool == MigrationTool.FLYWAY ? "" : "v") + number;
                  MigrationFile file = MigrationFile.versioned(id, id + "__change.sql");
                  return tool == MigrationTool.ALEMBIC && number > 1
                      ? file.following(List.of("v" + (number - 1)))
                      : file;
                })
            .toList();
    return new Migrations(tool, "migrations", files, List.of());
  }

  private static Report twoTenants(Report report) {
    return with(
        report,
        line(MigrationTool.RAILS, 3),
        History.recording(
            MigrationTool.RAILS, new ObjectName("north", "schema_migrations"), "v1", "v2"),
        History.recording(MigrationTool.RAILS, new ObjectName("south", "schema_migrations"), "v1"));
  }

  private static Report inTrouble(Report report) {
    List<AppliedMigration> applied =
        Stream.of("1", "2", "4", "9")
            .map(id -> new AppliedMigration(id, "as it was", Origin.RUN))
            .toList();
    History history =
        new History(
            MigrationTool.FLYWAY,
            new ObjectName("public", "flyway_schema_history"),
            List.of(),
            List.of("9"),
            applied,
            List.of(
                new Trouble(Trouble.Kind.FAILED, "5", "syntax error at or near \"TABEL\""),
                new Trouble(Trouble.Kind.DIRTY, "", ""),
                new Trouble(Trouble.Kind.UNFINISHED, "6", "")),
            List.of(
                new MigrationLock(
                    MigrationLock.Kind.ROW, "build-7", 0, Optional.of(Duration.ofHours(72))),
                new MigrationLock(
                    MigrationLock.Kind.SESSION,
                    "deploy, Flyway",
                    4711,
                    Optional.of(Duration.ofMinutes(3))),
                new MigrationLock(MigrationLock.Kind.ROW, "", 0, Optional.empty())));
    return with(report, edited(), history);
  }

  private static Migrations edited() {
    List<MigrationFile> files =
        Stream.of("2", "3", "4", "5", "6")
            .map(id -> MigrationFile.versioned(id, "V" + id + "__change.sql"))
            .map(file -> file.id().equals("4") ? file.withChecksums(List.of("another")) : file)
            .toList();
    return new Migrations(
        MigrationTool.FLYWAY,
        "db/migration",
        files,
        List.of(
            new Unread("V7__late.sql", 0, "is not valid UTF-8"), new Unread("x.sql", 3, "is odd")));
  }

  /** Everything that can be wrong with files alone, and more of one kind than a page shows. */
  private static Migrations tangled() {
    List<MigrationFile> files =
        List.of(
            file("a", List.of(), List.of()),
            file("b", List.of("a"), List.of()),
            file("c", List.of("a"), List.of()),
            file("c", List.of("b"), List.of()),
            file("d", List.of("gone"), List.of()),
            file("e", List.of("f"), List.of()),
            file("f", List.of("e"), List.of()),
            file("squash", List.of(), List.of("x", "y")));
    List<Unread> unread =
        IntStream.range(0, 8)
            .mapToObj(number -> new Unread("bad" + number + ".py", number, "is cut short"))
            .toList();
    return new Migrations(MigrationTool.ALEMBIC, "", files, unread);
  }

  private static MigrationFile file(String id, List<String> parents, List<String> replaces) {
    return new MigrationFile(
        id,
        id,
        parents,
        List.of(),
        List.of(),
        replaces,
        "versions/" + id + ".py",
        1,
        Kind.VERSIONED,
        List.of(),
        true,
        WayDown.UNKNOWN);
  }

  /** Ids, paths and holders that somebody chose with care. */
  static Report hostile(Report report) {
    List<MigrationFile> files =
        HostileNames.ALL.stream().map(name -> MigrationFile.versioned(name, name)).toList();
    List<Unread> unread =
        HostileNames.ALL.stream().map(name -> new Unread(name, 1, "is cut short")).toList();
    History history =
        new History(
            MigrationTool.DJANGO,
            new ObjectName("public", HostileNames.SOME),
            List.of(),
            HostileNames.ALL,
            HostileNames.ALL.stream().skip(2).map(AppliedMigration::of).toList(),
            List.of(new Trouble(Trouble.Kind.FAILED, HostileNames.SOME, HostileNames.SOME)),
            List.of(
                new MigrationLock(MigrationLock.Kind.ROW, HostileNames.SOME, 0, Optional.empty())));
    Migrations migrations = new Migrations(MigrationTool.DJANGO, HostileNames.SOME, files, unread);
    return with(report, migrations, history);
  }
}
