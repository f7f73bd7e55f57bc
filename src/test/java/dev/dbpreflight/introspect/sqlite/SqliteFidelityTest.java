package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.snapshot.Snapshot;
import dev.dbpreflight.snapshot.SnapshotFile;
import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.ExternalTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same schema that came another way is the same model. */
class SqliteFidelityTest {
  private static final Path CASES = Path.of("src/test/resources/schemas/sqlite");
  private static final Path ALTERED = Path.of("src/test/resources/schemas/sqlite-altered");

  @TempDir Path folder;

  static Stream<Path> cases() {
    return list(CASES);
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSchemaIsReadWhole(Path script) throws IOException {
    SchemaModel model = SqliteModels.of(folder, Files.readString(script));

    assertThat(model.objects()).isNotEmpty();
    assertThat(model.unsupported()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aDumpThatWasRestoredIsTheSame(Path script) throws IOException {
    Path original = Databases.sqlite(folder, Files.readString(script));
    Path restored = folder.resolve("restored.db");
    Command shell = ExternalTool.SQLITE3.command("-batch", "-bail");

    String dump = shell.run("" + original, ".dump").successful().out();
    shell.reading(dump).run("" + restored).successful();

    assertThat(SqliteModels.read(restored)).isEqualTo(SqliteModels.read(original));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesThatWereChangedAndChangedBackLeaveTheSame(Path script) throws IOException {
    Path file = Databases.sqlite(folder, Files.readString(script));
    SchemaModel before = SqliteModels.read(file);

    List<String> renamings =
        before.tables().stream().flatMap(SqliteFidelityTest::renamings).toList();
    long done = renamings.stream().filter(sql -> alter(file, sql)).count();

    assertThat(SqliteModels.read(file)).isEqualTo(before);
    assertThat(done).isGreaterThan(renamings.size() / 2);
  }

  /** SQLite refuses where a view or a trigger would break. */
  private static boolean alter(Path file, String sql) {
    try {
      Databases.sqliteRun(file, sql);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Every renaming makes SQLite rewrite the texts that use the name, and quote it there. */
  private static Stream<String> renamings(Table table) {
    String name = InSql.name(table.name().name());
    String there = "ALTER TABLE %s RENAME TO \"other name\"".formatted(name);
    String back = "ALTER TABLE \"other name\" RENAME TO %s".formatted(name);
    Stream<String> columns =
        table.form() == Table.Form.VIRTUAL
            ? Stream.of()
            : table.columns().stream()
                .flatMap(column -> renamings(name, InSql.name(column.name())));
    return Stream.concat(columns, Stream.of(there, back));
  }

  private static Stream<String> renamings(String table, String column) {
    return Stream.of(
        "ALTER TABLE %s RENAME COLUMN %s TO \"other name\"".formatted(table, column),
        "ALTER TABLE %s RENAME COLUMN \"other name\" TO %s".formatted(table, column));
  }

  static Stream<Path> altered() {
    return list(ALTERED);
  }

  @ParameterizedTest
  @MethodSource("altered")
  void aSchemaMadeByAlterAndInAnotherOrderIsTheSame(Path script) throws IOException {
    SchemaModel altered = SqliteModels.of(folder, Files.readString(script));
    SchemaModel created =
        SqliteModels.of(folder, Files.readString(CASES.resolve(script.getFileName())));

    assertThat(altered).isEqualTo(created);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSnapshotKeepsEverything(Path script) throws IOException {
    SchemaModel model = SqliteModels.of(folder, Files.readString(script));
    Path file = folder.resolve("snapshot.json");

    SnapshotFile.write(file, new Snapshot(model, "", "a test"));

    assertThat(SnapshotFile.read(file).schema()).isEqualTo(model);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSchemaWrittenAnewFromItsModelIsTheSame(Path script) throws IOException {
    SchemaModel model = SqliteModels.of(folder, Files.readString(script));

    SchemaModel again = SqliteModels.of(folder, new SqliteDdl(model).script());

    assertThat(again).isEqualTo(model);
  }
}
