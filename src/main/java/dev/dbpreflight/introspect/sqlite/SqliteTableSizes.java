package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.conditions.Backup.Size;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.TableSizes;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of a file's tables. SQLite keeps no estimates that are always there. */
public final class SqliteTableSizes implements TableSizes {

  /* One row per table with rows of its own: a virtual table may be of a module nobody has here. */
  private static final Query<String> TABLES =
      new Query<>(
          "names of tables",
          """
          SELECT name FROM sqlite_schema
          WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            AND sql NOT LIKE 'CREATE VIRTUAL TABLE%'
          """,
          row -> row.text("name"));

  @Override
  public Map<ObjectName, Size> known(Session session) {
    return counted(session);
  }

  @Override
  public Map<ObjectName, Size> counted(Session session) {
    Map<ObjectName, Size> sizes = new HashMap<>();
    for (String table : session.ask(TABLES)) {
      Query<Long> count =
          new Query<>(
              "rows of table \"" + table + "\"",
              "SELECT count(*) AS count FROM " + InSql.name(table),
              row -> row.number("count"));
      List<Long> counted = session.ask(count);
      sizes.put(ObjectName.global(table), Size.counted(counted.getFirst()));
    }
    return sizes;
  }
}
