package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.MigrationTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A folder full of scripts is told by what is in them. */
class ScriptFolderTest {
  private static final String NEUTRAL = "exports.up = (db) => db.run()\nexports.down = () => {}\n";

  @TempDir private Path project;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KNEX | exports.up = (knex) => knex.raw('queryInterface') // pgm. Kysely",
        "SEQUELIZE | module.exports = { up: (queryInterface) => queryInterface.x('knex') }",
        "NODE_PG_MIGRATE | exports.up = (pgm) => { pgm.sql('MigrationInterface') }",
        "KYSELY | import { sql } from 'kysely'; export async function up(db) {}",
        "KYSELY | import { Kysely } from \"kysely\"; export const up = async (db: Kysely<X>) => {}",
        "TYPEORM | module.exports = class A1700000000000 { async up(queryRunner) {} }",
        "TYPEORM | export class A1700000000000 implements MigrationInterface { name = 'A1' }"
      })
  void isWhoseInterfaceItUses(MigrationTool tool, String script) throws IOException {
    write("migrations/1_a.js", script);

    assertThat(owners(SourceFolder.open(project.resolve("migrations"), "here")))
        .containsExactly(tool);
  }

  @Test
  void isWhoseConfigurationIsBesideItIfNothingElseTells() throws IOException {
    write("migrations/1_a.js", NEUTRAL);
    write(".sequelizerc", "");

    assertThat(owners(SourceFolder.open(project.resolve("migrations"), "here")))
        .containsExactly(MigrationTool.SEQUELIZE);
  }

  @ParameterizedTest
  @EnumSource(names = {"KNEX", "SEQUELIZE", "NODE_PG_MIGRATE", "KYSELY"})
  void isWhoseTheHistoryIsIfNothingElseTells(MigrationTool tool) throws IOException {
    write("migrations/1_a.js", NEUTRAL);

    assertThat(MigrationFolder.read(project, "here", Optional.of(tool)).tool()).isEqualTo(tool);
  }

  @Test
  void isNobodysIfNoScriptMigrates() throws IOException {
    write("migrations/index.js", "module.exports = { knex: require('knex') }");

    assertThat(owners(SourceFolder.open(project.resolve("migrations"), "here"))).isEmpty();
  }

  private static List<MigrationTool> owners(SourceFolder folder) {
    return Conventions.ALL.stream()
        .filter(one -> one.owns(folder))
        .map(Convention::tool)
        .filter(tool -> tool != MigrationTool.NUMBERED_SQL)
        .toList();
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
