package dev.dbpreflight.report;

import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Standing;
import dev.dbpreflight.model.ObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Histories and what a release brings, as members of the reports for programs. */
final class HistoryJson {
  private HistoryJson() {}

  /** Without what differs from one moment to the next: that is in {@link #moment}. */
  static void histories(JsonText json, List<History> histories) {
    json.objects(
        "history",
        histories,
        history ->
            json.text("tool", history.tool().title())
                .text("table", history.table().toString())
                .texts(
                    "companions", history.companions().stream().map(ObjectName::toString).toList())
                .texts("revisions", history.revisions())
                .number("applied", history.applied().size())
                .objects(
                    "troubles",
                    history.troubles(),
                    trouble ->
                        json.text("kind", token(trouble.kind()))
                            .text("migration", trouble.migration())
                            .text("detail", trouble.detail()))
                .objects(
                    "locks",
                    history.locks(),
                    lock -> json.text("kind", token(lock.kind())).text("holder", lock.holder()))
                .text("unread", history.unread()));
  }

  /** A member that is left out where nobody knows the files. */
  static void release(JsonText json, Optional<Release> release) {
    release.ifPresent(found -> json.object("release", inner -> release(inner, found)));
  }

  private static void release(JsonText json, Release release) {
    Migrations migrations = release.migrations();
    json.text("tool", migrations.tool().title())
        .text("folder", migrations.folder())
        .number("files", migrations.files().size())
        .texts("heads", release.heads())
        .objects("rivalHeads", release.rivalHeads(), heads -> json.texts("ids", heads))
        .objects(
            "missingParents",
            release.missingParents(),
            missing -> {
              file(json, missing.file());
              json.text("parent", missing.parent());
            })
        .objects("cycles", release.cycles(), cycle -> json.texts("ids", cycle))
        .objects(
            "duplicates",
            release.duplicates(),
            files ->
                json.text("id", files.getFirst().id())
                    .texts("paths", files.stream().map(MigrationFile::path).toList()))
        .objects(
            "unread",
            migrations.unread(),
            file ->
                json.text("path", file.path())
                    .number("line", file.line())
                    .text("reason", file.reason()))
        .objects("standings", release.standings(), standing -> standing(json, standing));
  }

  private static void standing(JsonText json, Standing standing) {
    json.text("table", standing.history().map(found -> found.table().toString()).orElse(""))
        .flag("known", standing.isKnown());
    files(json, "pending", standing.pending());
    files(json, "leftOut", standing.leftOut());
    json.texts("ahead", standing.ahead())
        .texts("missing", standing.missing())
        .texts("pruned", standing.pruned());
    files(json, "edited", standing.edited());
    files(json, "torn", standing.torn());
  }

  private static void files(JsonText json, String name, List<MigrationFile> files) {
    json.objects(name, files, file -> file(json, file));
  }

  private static void file(JsonText json, MigrationFile file) {
    json.text("id", file.id()).text("name", file.name()).text("path", file.path());
  }

  /** Who holds a lock, by number, and for how long. */
  static void moment(JsonText json, List<History> histories) {
    record Held(String table, int pid, long seconds) {}
    List<Held> all =
        histories.stream()
            .flatMap(
                history ->
                    history.locks().stream()
                        .map(
                            lock ->
                                new Held(
                                    history.table().toString(),
                                    lock.pid(),
                                    lock.age().map(Duration::toSeconds).orElse(-1L))))
            .toList();
    json.objects(
        "locks",
        all,
        held ->
            json.text("table", held.table())
                .number("pid", held.pid())
                .number("ageSeconds", held.seconds()));
  }

  private static String token(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
