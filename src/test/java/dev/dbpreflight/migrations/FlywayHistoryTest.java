package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids, order and checksums are those that the real Flyway records in SQLite. */
class FlywayHistoryTest {
  @TempDir private Path folder;

  @Test
  void recordsWhatWeRead() throws IOException {
    FlywaySpellings.write(folder.resolve("sql"), UTF_8);

    assertThat(FlywaySpellings.read(folder.resolve("sql")))
        .containsExactlyElementsOf(FlywaySpellings.recorded(migrated(UTF_8)));
  }

  @Test
  void readsTheEncodingThatIsConfigured() throws IOException {
    Files.writeString(folder.resolve("flyway.toml"), "[flyway]\nencoding = \"ISO-8859-1\"\n");
    FlywaySpellings.write(folder.resolve("sql"), ISO_8859_1);

    assertThat(FlywaySpellings.read(folder.resolve("sql")))
        .containsExactlyElementsOf(FlywaySpellings.recorded(migrated(ISO_8859_1)));
  }

  private Flyway migrated(Charset encoding) {
    Flyway flyway =
        Flyway.configure()
            .dataSource("jdbc:sqlite:" + folder.resolve("test.db"), null, null)
            .locations("filesystem:" + folder.resolve("sql"))
            .encoding(encoding)
            .loggers("slf4j")
            .load();
    flyway.migrate();
    return flyway;
  }
}
