package dev.dbpreflight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.report.Release;
import dev.dbpreflight.report.Status;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which migrations a status takes for the release's. */
class ShowStatusTest {
  private static final String DBMATE =
      """
      create table schema_migrations (version varchar(128) primary key);
      insert into schema_migrations values ('20240101000000');
      """;

  private static final String SQLX =
      """
      create table _sqlx_migrations (version bigint primary key, description text not null,
        installed_on timestamp not null default current_timestamp, success boolean not null,
        checksum blob not null, execution_time bigint not null);
      insert into _sqlx_migrations values (20240101000000, 'shops', '2024-01-01', true, x'00', 1);
      """;

  @TempDir private Path project;
  private final List<String> remarks = new ArrayList<>();

  private Status show(String database, Optional<Path> migrations, boolean searches) {
    Progress listener =
        new Progress() {
          @Override
          public void begins(String phase, String detail) {}

          @Override
          public void remarks(String text) {
            remarks.add(text);
          }
        };
    Surroundings place =
        new Surroundings(Map.of(), project, project, "app", InstantSource.system(), listener);
    return new ShowStatus(place)
        .show(new ShowStatus.Request(Connection.to(database), migrations, searches));
  }

  private void write(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static List<String> pending(Release release) {
    return release.standings().getFirst().pending().stream().map(MigrationFile::id).toList();
  }

  @Test
  void theUsualPlacesOfTheCurrentFolderAreLookedThrough() throws IOException {
    write("db/migrations/20240101000000_shops.sql", "-- migrate:up\nselect 1;\n");
    write("db/migrations/20240102000000_towns.sql", "-- migrate:up\nselect 1;\n");
    String database = Databases.sqlite(project, DBMATE).toString();

    Release release = show(database, Optional.empty(), true).release().orElseThrow();

    assertThat(release.migrations().tool()).isEqualTo(MigrationTool.DBMATE);
    assertThat(pending(release)).containsExactly("20240102000000");
    assertThat(release.heads()).containsExactly("20240102000000");
    assertThat(remarks)
        .containsExactly(
            "took the migrations of dbmate in \"db/migrations\" for the release's; --migrations="
                + " leaves them out");
    assertThat(show(database, Optional.empty(), false).release()).isEmpty();
    assertThat(remarks).hasSize(1);
  }

  @Test
  void aHistorySaysWhoseFilesTheyAre() throws IOException {
    write("files/20240101000000_shops.sql", "select 1;\n");
    write("files/20240102000000_towns.sql", "select 1;\n");
    String database = Databases.sqlite(project, SQLX).toString();

    Status status = show(database, Optional.of(Path.of("files")), true);

    assertThat(status.release().orElseThrow().migrations().tool()).isEqualTo(MigrationTool.SQLX);
    assertThat(pending(status.release().get())).containsExactly("20240102000000");
    assertThat(remarks).isEmpty();
  }

  @Test
  void nobodyWhoNamedNoFolderIsStoppedByTwo() throws IOException {
    write("db/migration/V1__shops.sql", "select 1;\n");
    write("prisma/migrations/20240101000000_init/migration.sql", "select 1;\n");
    write("prisma/migrations/migration_lock.toml", "provider = \"sqlite\"\n");

    Status status = show(project.resolve("app.db").toString(), Optional.empty(), true);

    assertThat(status.release()).isEmpty();
    assertThat(remarks).hasSize(1);
    assertThat(remarks.getFirst()).startsWith("cannot choose between the migrations of ");
  }
}
