package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite accepts is read whole, and its spelling does not matter. */
class SqliteRandomSchemasTest {
  private static final int TABLES = 400;

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

  /** Empty when SQLite refuses the script. */
  private Optional<SchemaModel> model(String script) {
    Path file = folder.resolve("random.db");
    try {
      Files.deleteIfExists(file);
      Databases.sqliteRun(file, "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF", script);
    } catch (IllegalStateException e) {
      return Optional.empty();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Optional.of(SqliteModels.read(file));
  }
}
