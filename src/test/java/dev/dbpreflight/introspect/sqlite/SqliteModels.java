package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Databases;
import java.nio.file.Path;
import java.time.Duration;

/** Real files made by scripts, and the models read from them. */
final class SqliteModels {

  private SqliteModels() {}

  static Session session(Path file) {
    Deadline deadline = Deadline.after(Duration.ofMinutes(1));
    return Connector.open(DatabaseUrl.parse("" + file, "the test"), new ConnectOptions(deadline));
  }

  static SchemaModel read(Path file) {
    try (Session session = session(file)) {
      return new SqliteIntrospector().schema(session);
    }
  }

  /** The model of a new file that the scripts made. */
  static SchemaModel of(Path folder, String... scripts) {
    return read(Databases.sqlite(folder, scripts));
  }
}
