package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite accepts is read whole, and its spelling does not matter. */
class SqliteRandomSchemasTest {
  private static final int TABLES = 400;
  private static final int EXPRESSIONS = 3000;

  @TempDir Path folder;

  @Test
  void theSpellingOfATableDoesNotMatter() {
    int accepted = 0;
    for (long seed = 0; seed < TABLES; seed++) {
      RandomTable table = new RandomTable(seed);
      Optional<SchemaModel> plain = model(table.plain());
      if (plain.isPresent()) {
        accepted++;
        String other = table.spelled(seed);
        assertThat(plain.get().unsupported()).as(table.plain()).isEmpty();
        assertThat(model(other)).as(other).isEqualTo(plain);
        String rewritten = new SqliteDdl(plain.get()).script();
        assertThat(model(rewritten)).as("%s%n%s", other, rewritten).isEqualTo(plain);
      }
    }
    assertThat(accepted).isGreaterThan(TABLES / 4);
  }

  @Test
  void theCanonicalFormOfAnExpressionMeansTheSame() throws SQLException, ParseException {
    NameScope scope = NameScope.ofTable("t", RandomTable.names());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE t (%s)".formatted(quoted(RandomTable.names())));
      statement.executeUpdate(
          "INSERT INTO t VALUES (1, -2, 'x', NULL, 0, '1', 2.5, '', 7, x'01', 3, 'END')");
      statement.executeUpdate(
          "INSERT INTO t VALUES ('a', 'A', 0, 1, NULL, 5, '', 2, 'b', 1, -1, 1)");
      int evaluated = 0;
      for (long seed = 0; seed < EXPRESSIONS; seed++) {
        String written = RandomTable.expression(seed).spelled(seed);
        SqlText canonical = CanonicalSql.expression(SqliteTokens.of(written), scope);

        List<String> values = values(statement, written);
        assertThat(values(statement, canonical.text()))
            .as("%s%n%s", written, canonical)
            .isEqualTo(values);
        evaluated += values.size() == 2 ? 1 : 0;
      }
      assertThat(evaluated).isGreaterThan(EXPRESSIONS / 2);
    }
  }

  private static String quoted(List<String> names) {
    return names.stream().map(InSql::name).collect(Collectors.joining(", "));
  }

  private static List<String> values(Statement statement, String expression) throws SQLException {
    List<String> values = new ArrayList<>();
    String query = "SELECT quote(\n%s\n) FROM t".formatted(expression);
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    } catch (SQLException e) {
      values.add("" + e.getMessage());
    }
    return values;
  }

  /** Empty when SQLite refuses the script. */
  private Optional<SchemaModel> model(String script) {
    Path file = folder.resolve("random.db");
    try {
      Files.deleteIfExists(file);
      Databases.sqliteRun(file, "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF", script);
    } catch (IllegalStateException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(SqliteModels.read(file));
  }
}
