package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Migrations.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquibaseFilesTest {
  private static final int DEEP = 100_000;
  private static final String GOOD = "--liquibase formatted sql\n--changeset a:good\nselect 1;\n";

  @TempDir private Path folder;

  @Test
  void opensNothingThatXmlRefersTo() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "hidden");
    write(
        "changelog.xml",
        "<!DOCTYPE databaseChangeLog [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>\n"
            + "<databaseChangeLog><changeSet id=\"1\" author=\"&x;\"><sql>&x;</sql></changeSet>"
            + "</databaseChangeLog>");

    Migrations migrations = read();

    assertThat(migrations.files()).isEmpty();
    assertThat(migrations.unread()).hasSize(1);
    assertThat(migrations.toString()).doesNotContain("hidden");
  }

  @Test
  void readsNoXmlWithATypeDeclaration() throws IOException {
    write("changelog.xml", "<!DOCTYPE databaseChangeLog>\n<databaseChangeLog/>");

    assertThat(read().unread())
        .containsExactly(
            new Unread("changelog.xml", 1, "has a document type declaration, which is not read"));
  }

  @Test
  void doesNotUnfoldReferencesToReferences() throws IOException {
    StringBuilder bomb = new StringBuilder("databaseChangeLog:\n- a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      String before = "*a" + (i - 1);
      bomb.append("- a%d: &a%d [%s, %s, %s]\n".formatted(i, i, before, before, before));
    }
    bomb.append("- changeSet: {id: 1, author: a, changes: [*a59, {createTable: *a59}]}\n");
    write("changelog.yaml", bomb.toString());

    Migrations migrations = assertTimeoutPreemptively(Duration.ofSeconds(10), this::read);

    assertThat(migrations.files()).hasSize(1);
  }

  @Test
  void refusesAReferenceToWhatIsAroundIt() throws IOException {
    write("changelog.yaml", "databaseChangeLog: &all\n- changeSet: *all\n");

    assertThat(read().unread())
        .containsExactly(
            new Unread("changelog.yaml", 2, "refers to \"all\", which is not complete before it"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "changelog.yaml | databaseChangeLog:~- changeSet: {id: 1, id: 2} | 2",
        "changelog.json | {'databaseChangeLog': [~{'changeSet': {'id': 1, 'id': 2}}]} | 2"
      })
  void tellsKeysThatAreThereTwice(String name, String text, int line) throws IOException {
    write(name, text.replace('~', '\n').replace('\'', '"'));

    assertThat(read().unread())
        .containsExactly(new Unread(name, line, "has the key \"id\" twice in one place"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "changelog.xml | <databaseChangeLog>~<changeSet> | 2 | is not valid XML",
        "changelog.yaml | databaseChangeLog:~- changeSet: {id | 2 | is not valid YAML",
        "changelog.json | {'databaseChangeLog': ~[} | 2 | is not valid JSON",
        "changelog.sql | --liquibase formatted sql~--changeset nobody | 2 "
            + "| has a change set without author and id",
        "changelog.sql | --liquibase formatted sql~~--changeset a:1~--comment x | 3 "
            + "| has a change set without SQL",
      })
  void tellsTheLineOfAFault(String name, String text, int line, String reason) throws IOException {
    write(name, text.replace('~', '\n').replace('\'', '"'));

    List<Unread> unread = read().unread();

    assertThat(unread).hasSize(1);
    assertThat(unread.getFirst().line()).isEqualTo(line);
    assertThat(unread.getFirst().reason()).startsWith(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"changelog.xml", "changelog.yaml", "changelog.json"})
  void survivesWhatIsVeryDeep(String name) throws IOException {
    boolean xml = name.endsWith("xml");
    String open = xml ? "<a>" : "[";
    String start = xml ? "<databaseChangeLog>" : "{\"databaseChangeLog\":";
    write(name, start + open.repeat(DEEP));

    Migrations migrations = assertTimeoutPreemptively(Duration.ofSeconds(20), this::read);

    assertThat(migrations.unread()).hasSize(1);
  }

  @Test
  void tellsFilesThatIncludeEachOther() throws IOException {
    write("changelog.yaml", including("a.yaml"));
    write("a.yaml", including("changelog.yaml"));

    assertThat(read().unread())
        .containsExactly(new Unread("a.yaml", 2, "includes \"changelog.yaml\", which includes it"));
  }

  @Test
  void endsWhenEveryFileIncludesTheNextTwice() throws IOException {
    for (int i = 0; i < 60; i++) {
      String next = (i + 1) + ".yaml";
      String twice = including(next) + "- include: {file: " + next + "}\n";
      write(i == 0 ? "changelog.yaml" : i + ".yaml", twice);
    }
    write("60.yaml", "databaseChangeLog:\n- changeSet: {id: 1, author: a}\n");

    Migrations migrations = assertTimeoutPreemptively(Duration.ofSeconds(10), this::read);

    assertThat(migrations.files()).hasSize(2);
  }

  @Test
  void tellsWhatIsIncludedAndMissing() throws IOException {
    write("changelog.yaml", including("nowhere.yaml") + "- includeAll: {path: nothing}\n");

    assertThat(read().unread())
        .containsExactly(
            new Unread("changelog.yaml", 2, "includes \"nowhere.yaml\", which does not exist"),
            new Unread("changelog.yaml", 3, "includes all of \"nothing\", which is empty"));
  }

  @Test
  void readsAFolderWithoutARootInTheOrderOfItsNames() throws IOException {
    write("b.sql", GOOD);
    write("a.sql", GOOD.replace("good", "first"));

    assertThat(read().files())
        .extracting(MigrationFile::id)
        .containsExactly("a.sql::first::a", "b.sql::good::a");
  }

  @Test
  void takesTheOneThatNoOtherIncludesForTheRoot() throws IOException {
    write("z-all.yaml", including("a.sql"));
    write("a.sql", GOOD);

    assertThat(read().files()).extracting(MigrationFile::id).containsExactly("a.sql::good::a");
  }

  @ParameterizedTest
  @CsvSource({
    "classpath:/db/a.xml, db/a.xml",
    "C:\\db\\a.xml, db/a.xml",
    "./db//a.xml, db/a.xml",
    "/db/./a.xml, db/a.xml"
  })
  void spellsPathsAsTheHistoryDoes(String written, String recorded) {
    assertThat(ChangelogPath.normal(written)).isEqualTo(recorded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--validCheckSum: ANY", "--validCheckSum 1:any"})
  void knowsNoChecksumWhereEveryOneIsAccepted(String line) throws IOException {
    write("changelog.sql", GOOD.replace("select", line + "\nselect"));

    assertThat(read().files()).extracting(MigrationFile::checksums).containsExactly(List.of());
  }

  @Test
  void knowsNoChecksumWhereARunGivesTheValues() throws IOException {
    write("changelog.sql", GOOD.replace("1", "${one}"));

    assertThat(read().files()).extracting(MigrationFile::checksums).containsExactly(List.of());
  }

  private Migrations read() {
    return MigrationFolder.read(folder, "folder", Optional.of(MigrationTool.LIQUIBASE));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String including(String file) {
    return "databaseChangeLog:\n- include: {file: " + file + "}\n";
  }
}
