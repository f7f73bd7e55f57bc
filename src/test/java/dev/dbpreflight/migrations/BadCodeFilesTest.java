package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Migrations.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file that is no program is told, by its line, and the others are still read. */
class BadCodeFilesTest {
  private static final int DEEP = 100_000;

  @TempDir private Path folder;

  /** A language's tool, a migration that is good, and the ways in which one can be bad. */
  enum Language {
    JAVASCRIPT(MigrationTool.KNEX, "1_good.js", "exports.up = (knex) => knex.raw('select 1')\n"),
    TYPESCRIPT(
        MigrationTool.TYPEORM,
        "1.ts",
        "export class Good1700000000000 implements MigrationInterface { async up() {} }\n"),
    RUBY(MigrationTool.RAILS, "1_good.rb", "class Good < ActiveRecord::Migration[7.1]\nend\n"),
    C_SHARP(
        MigrationTool.EF_CORE,
        "20240101000000_Good.cs",
        "using Microsoft.EntityFrameworkCore.Migrations;\npublic class Good : Migration { }\n");

    private final MigrationTool tool;
    private final String name;
    private final String good;

    Language(MigrationTool tool, String name, String good) {
      this.tool = tool;
      this.name = name;
      this.good = good;
    }

    String badName() {
      return name.replace("1_good", "2_bad")
          .replace("1.ts", "2.ts")
          .replace("01000000_Good", "02000000_Bad");
    }

    String comment() {
      return this == RUBY ? "\n=begin\n" : "\n/* ";
    }
  }

  @ParameterizedTest
  @EnumSource
  void textThatIsNotUtf8(Language language) throws IOException {
    Files.write(folder.resolve(language.badName()), (language.good + "ü").getBytes(ISO_8859_1));

    assertThat(unread(language)).containsExactly(bad(language, 0, "is not valid UTF-8"));
  }

  @ParameterizedTest
  @EnumSource
  void aLinkToNothing(Language language) throws IOException {
    Files.createSymbolicLink(folder.resolve(language.badName()), Path.of("nowhere"));

    assertThat(unread(language))
        .containsExactly(bad(language, 0, "is a link to a file that does not exist"));
  }

  @ParameterizedTest
  @EnumSource
  void aStringThatIsNotClosed(Language language) throws IOException {
    write(language, language.good + "\nx = \"never closed\n");

    assertThat(unread(language))
        .containsExactly(bad(language, lines(language) + 2, "a string is not closed"));
  }

  @ParameterizedTest
  @EnumSource
  void aCommentThatIsNotClosed(Language language) throws IOException {
    write(language, language.good + language.comment() + "\nnever closed\n");

    assertThat(unread(language))
        .containsExactly(bad(language, lines(language) + 2, "a comment is not closed"));
  }

  @ParameterizedTest
  @EnumSource
  void bracketsThatDoNotMatch(Language language) throws IOException {
    write(language, language.good + "\n(\n(]\n");

    assertThat(unread(language))
        .containsExactly(bad(language, lines(language) + 3, "\"]\" closes nothing"));
  }

  @ParameterizedTest
  @EnumSource
  void bracketsThatAreVeryDeep(Language language) throws IOException {
    write(language, language.good + "x = " + "[".repeat(DEEP) + "]".repeat(DEEP) + ";\n");
    assertThat(quickly(language)).noneMatch(unread -> unread.reason().contains("closed"));

    write(language, language.good + "x = " + "[".repeat(DEEP));
    assertThat(quickly(language))
        .containsExactly(bad(language, lines(language) + 1, "\"[\" is not closed"));
  }

  @ParameterizedTest
  @EnumSource
  void signsThatBeginSomethingInManyLanguages(Language language) throws IOException {
    for (String sign :
        List.of(
            "/", "/[", "<<", "<<A ", "%", "`${", "#{", "?", "\\", "@\"", "\"\"\"", "{", "'",
            "\"#{")) {
      write(language, language.good + (sign + " ").repeat(DEEP));
      assertThat(quickly(language)).hasSizeLessThan(2);
    }
  }

  /** What is not understood when a good file is beside the bad one; the good one always is. */
  private List<Unread> unread(Language language) throws IOException {
    Files.writeString(folder.resolve(language.name), language.good);
    Migrations migrations = MigrationFolder.read(folder, "folder", Optional.of(language.tool));
    assertThat(migrations.files()).filteredOn(file -> file.path().equals(language.name)).hasSize(1);
    return migrations.unread();
  }

  private List<Unread> quickly(Language language) {
    return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> unread(language));
  }

  private void write(Language language, String text) throws IOException {
    String own = text.replace("Good", "Bad").replace("1700000000000", "1800000000000");
    Files.writeString(folder.resolve(language.badName()), own);
  }

  private static int lines(Language language) {
    return (int) language.good.lines().count();
  }

  private static Unread bad(Language language, int line, String reason) {
    return new Unread(language.badName(), line, reason);
  }
}
