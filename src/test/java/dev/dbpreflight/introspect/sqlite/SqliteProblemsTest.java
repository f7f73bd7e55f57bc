package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema that SQLite itself cannot read is a problem with a next step, never a stack trace. */
class SqliteProblemsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a' WHERE name = 't'",
        "UPDATE sqlite_schema SET sql = 'no SQL at all' WHERE name = 't'",
        "UPDATE sqlite_schema SET sql = NULL WHERE name = 't'",
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX i ON t (nowhere)' WHERE name = 'i'",
        "UPDATE sqlite_schema SET rootpage = 99 WHERE name = 't'",
        "INSERT INTO sqlite_schema VALUES ('table', 't', 't', 2, 'CREATE TABLE t (a)')",
        "INSERT INTO sqlite_schema VALUES ('view', 'v', 'v', 0, 'CREATE VIEW v AS SELEKT')",
      })
  void aDamagedSchemaIsAProblem(String damage) {
    Path file =
        Databases.sqlite(
            folder,
            "CREATE TABLE t (a, b); CREATE INDEX i ON t (a);",
            "PRAGMA writable_schema = ON; " + damage);

    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> SqliteModels.read(file));

    assertThat(problem).as(damage).isNotNull();
    assertThat(problem.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(problem.problem().what())
        .startsWith("cannot ")
        .contains(file.getFileName().toString());
    assertThat(problem.problem().what()).doesNotContain("Exception").doesNotContain("org.sqlite");
  }

  @Test
  void aTextThatNobodyUnderstandsIsListedAndNotGuessed() {
    NotUnderstood notUnderstood = new NotUnderstood();
    CatalogRow.Entry entry =
        new CatalogRow.Entry("table", "t", "t", "CREATE TABLE t (a) FROM MARS");

    TableText text =
        notUnderstood.parse("table text", entry, CreateTableParser::parse, TableText.UNKNOWN);

    assertThat(text).isEqualTo(TableText.UNKNOWN);
    assertThat(notUnderstood.all())
        .containsExactly(
            new dev.dbpreflight.model.Unsupported("table text", java.util.List.of("t")));
  }
}
