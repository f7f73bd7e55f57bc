package dev.dbpreflight.app;

import dev.dbpreflight.conditions.Backup.Size;
import dev.dbpreflight.conditions.BackupContents;
import dev.dbpreflight.conditions.BackupContents.Held;
import dev.dbpreflight.conditions.RestoredBackup;
import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.connect.SqliteUrl;
import dev.dbpreflight.introspect.Observer;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks into a copy of an SQLite database as into any other: read-only, without a trace. */
final class SqliteBackup {
  private static final String TITLE = "SQLite database";

  /* One row that says "ok", or one that says what is wrong first. */
  private static final Query<String> CHECK =
      new Query<>(
          "whether the pages of the file fit together",
          "SELECT quick_check FROM pragma_quick_check LIMIT 1",
          row -> row.text("quick_check"));

  private final ConnectOptions options;

  SqliteBackup(ConnectOptions options) {
    this.options = options;
  }

  /** What was found, and the schema where it could be read. */
  record Seen(BackupContents contents, Optional<SchemaModel> schema) {}

  /**
   * Reads all of it.
   *
   * @throws ProblemException when the time is over
   */
  Seen read(Path file) {
    SqliteUrl url =
        new SqliteUrl(file.toString(), file.toString(), Path.of(""), List.of(), "backup");
    try (Session session = Connector.open(url, options)) {
      String check = session.ask(CHECK).stream().findFirst().orElse("ok");
      if (!check.equals("ok")) {
        return damaged("its pages do not fit together: " + check);
      }
      SchemaModel schema =
          new Observer(Wiring.introspector(session.engine(), Optional.empty()))
              .observeSchema(session)
              .schema();
      Map<ObjectName, Held> tables = new HashMap<>();
      // Virtual tables are there, but have no rows of their own.
      schema.tables().forEach(table -> tables.put(table.name(), new Held(true, Size.UNKNOWN)));
      Wiring.tableSizes(session.engine())
          .counted(session)
          .forEach((table, size) -> tables.put(table, new Held(true, size)));
      return new Seen(
          new BackupContents(TITLE, Optional.empty(), true, new TreeMap<>(tables)),
          Optional.of(schema));
    } catch (ProblemException unreadable) {
      if (options.deadline().passed()) {
        throw unreadable;
      }
      // The message already names the backup, and the file may be a private copy of it.
      return damaged(unreadable.problem().what().replace('"' + url.masked() + '"', "it"));
    }
  }

  private static Seen damaged(String what) {
    return new Seen(BackupContents.damaged(TITLE, what), Optional.empty());
  }

  /**
   * Restores it: puts the file where a database may be, in a private folder, and opens that.
   *
   * @throws IOException when it cannot be copied
   */
  RestoredBackup restore(Path file) throws IOException {
    Path folder = Files.createTempDirectory("dbpreflight");
    Path copy = folder.resolve("restored.db");
    try {
      Files.copy(file, copy);
      Seen seen = read(copy);
      Map<ObjectName, Long> rows = new HashMap<>();
      seen.contents()
          .tables()
          .forEach(
              (table, held) -> held.size().rows().ifPresent(counted -> rows.put(table, counted)));
      return new RestoredBackup(seen.contents().damage(), seen.schema(), rows);
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(folder);
    }
  }
}
