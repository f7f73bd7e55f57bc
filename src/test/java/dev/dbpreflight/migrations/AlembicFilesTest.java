package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.history.MigrationGraph;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.history.Migrations.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlembicFilesTest {
  private static final String FIRST = "revision = 'a1'\ndown_revision = None\n";
  private static final String DOWN = "def downgrade():\n    op.drop_table('a')\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "revision = 'b2'\ndown_revision = ('a1', 'a2')",
        "revision: str = \"b2\"\ndown_revision: Union[str, None] = ['a1', 'a2']",
        "revision, down_revision = 'b2', ('a1', 'a2')",
        "(revision, (down_revision, x)) = ('b2', (('a1', 'a2'), 1))",
        "a = revision = 'b2'; down_revision = {'a1', 'a2'}",
        "revision = ('b' '2')\ndown_revision = (\n  'a1',  # 'a3'\n  'a2',\n)",
        "revision = 'b' + \\\n  '2'\ndown_revision = ('a1',) + ('a2',)",
        "THIS = 'b2'\nrevision = THIS\nBEFORE = ['a1']\nBEFORE += ['a2']\ndown_revision = BEFORE",
        "revision = 'old'\nrevision = 'b2'\ndown_revision = 'a1', 'a2'",
        "class a:\n    revision = 'no'\ndef f():\n    revision = 'no'\nrevision = 'b2'\n"
            + "down_revision = ('a1', 'a2')",
        "'''\nrevision = 'no'\n'''\nrevision = 'b2'  # revision = 'no'\ndown_revision = 'a1', 'a2'"
      })
  void readsEverySpellingOfAMerge(String source) {
    write("x.py", source);

    MigrationFile file = only();
    assertThat(file.id()).isEqualTo("b2");
    assertThat(file.parents()).containsExactlyInAnyOrder("a1", "a2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "()", "''", "[]", "(None,)"})
  void theFirstOneFollowsNothing(String nothing) {
    write("x.py", "revision = 'a1'\ndown_revision = " + nothing + "\ndepends_on = " + nothing);

    assertThat(only().parents()).isEmpty();
    assertThat(only().dependsOn()).isEmpty();
  }

  @Test
  void readsLabelsAndDependencies() {
    write("x.py", FIRST + "branch_labels = ('billing',)\ndepends_on = 'b2', 'stock'\n");

    assertThat(only().labels()).containsExactly("billing");
    assertThat(only().dependsOn()).containsExactly("b2", "stock");
  }

  @Test
  void anOldFileIsCalledAsItsNameSays() {
    write("1a2b.py", "down_revision = None\n");

    assertThat(only().id()).isEqualTo("1a2b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "op.drop_table('a')                       | PRESENT",
        "pass                                     | ABSENT",
        "pass; op.execute('x')                    | PRESENT",
        "'''nothing to do'''                      | ABSENT",
        "...                                      | ABSENT",
        "raise NotImplementedError('one way')     | ABSENT",
        "'''text'''; raise NotImplementedError    | ABSENT",
        "return                                   | ABSENT",
        "# drop it\\n    pass                     | ABSENT",
        "if x: raise ValueError                   | PRESENT",
        "for x in y:\\n        op.drop_table(x)   | PRESENT"
      })
  void saysWhetherThereIsAWayDown(String body, WayDown expected) {
    write("x.py", FIRST + "def downgrade() -> None:\n    " + body.replace("\\n", "\n") + "\n");

    assertThat(only().wayDown()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "                                         | ABSENT",
        "def downgrade(): pass                    | ABSENT",
        "def downgrade(x: int = 1): drop(x)       | PRESENT",
        "from base import downgrade               | UNKNOWN",
        "downgrade = upgrade                      | UNKNOWN",
        "if x:\\n    def downgrade(): drop()      | UNKNOWN"
      })
  void aWayDownMayBeDefinedOtherwise(String definition, WayDown expected) {
    String text = definition == null ? "" : definition.replace("\\n", "\n");
    write("x.py", FIRST + "def upgrade(): pass\n" + text + "\n");

    assertThat(only().wayDown()).isEqualTo(expected);
  }

  @Test
  void aBlockThatCommitsByItselfEndsTheTransaction() {
    String block = "    with op.get_context().autocommit_block():\n        op.execute('x')\n";
    write("x.py", FIRST + "def upgrade():\n" + block + DOWN);
    assertThat(only().transactional()).isFalse();

    write(
        "x.py", FIRST + "def upgrade():\n    '''autocommit_block()'''\ndef downgrade():\n" + block);
    assertThat(only().transactional()).isTrue();
  }

  @Test
  void passesOverWhatAlembicPassesOver() {
    write("a.py", FIRST);
    write("__init__.py", "broken(");
    write("__init__x.py", "broken(");
    write(".#a.py", "broken(");
    write("a.py.orig", "broken(");
    write("a.pyc", "broken(");
    write("sub/b.py", "broken(");

    assertThat(read(folder).unread()).isEmpty();
    assertThat(read(folder).files()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "revision = make()\\n"
            + "down_revision = None | 1 | its revision is computed by a call, so it is not known"
            + " before the file runs",
        "revision = 'b'\\n"
            + "down_revision = f'{x}' | 2 | its down_revision is no plain string, so it is not"
            + " known before the file runs",
        "if x:\\n"
            + "  revision = 'b'\\n"
            + "down_revision = None | 2 | its revision is no plain string, so it is not known"
            + " before the file runs",
        "from x import revision\\n"
            + "down_revision = None | 1 | its revision is no plain string, so it is not known"
            + " before the file runs",
        "revision = 7\\n"
            + "down_revision = None | 1 | its revision is no plain string, so it is not known"
            + " before the file runs",
        "revision = 'b' | 1 | says no down_revision, so what it follows is not known",
        "x = 1\\n"
            + "down_revision = None | 1 | says no revision, and Alembic refuses to run with such a"
            + " file",
        "revision = 'b-1'\\n"
            + "down_revision = None | 1 | has one of @ - + in its revision, which Alembic refuses",
        "revision = '''b | 1 | begins a string and never ends it",
        "# coding: martian\\nx | 1 | declares an encoding that is not known"
      })
  void remembersWhatItCannotUnderstand(String source, int line, String reason) {
    write("a.py", FIRST);
    write("other.py", source.replace("\\n", "\n"));

    Migrations migrations = read(folder);
    assertThat(migrations.files()).hasSize(1);
    assertThat(migrations.unread()).containsExactly(new Unread("other.py", line, reason));
  }

  @Test
  void readsOtherEncodingsWhereTheFileDeclaresThem() throws IOException {
    byte[] text = ("# übung\n# -*- coding: latin-1 -*-\n" + FIRST).getBytes(ISO_8859_1);
    Files.write(folder.resolve("a.py"), text);
    assertThat(only().id()).isEqualTo("a1");

    write("b.py", FIRST);
    Files.write(folder.resolve("a.py"), "x = 'ü'\n".getBytes(ISO_8859_1));
    assertThat(read(folder).unread()).containsExactly(new Unread("a.py", 0, "is not valid UTF-8"));
  }

  @Test
  void remembersALinkThatLeadsNowhere() throws IOException {
    write("a.py", FIRST);
    Files.createSymbolicLink(folder.resolve("b.py"), folder.resolve("gone.py"));

    assertThat(read(folder).unread())
        .containsExactly(new Unread("b.py", 0, "is a link to a file that does not exist"));
  }

  @Test
  void remembersABranchLabelThatIsTaken() {
    write("a.py", FIRST + "branch_labels = 'x'\n");
    write("b.py", "revision = 'b2'\ndown_revision = 'a1'\nbranch_labels = 'x'\n");

    assertThat(read(folder).unread())
        .containsExactly(new Unread("b.py", 0, "has the branch label \"x\" of a.py too"));
  }

  @Test
  void duplicatesAndFilesThatFollowThemselvesAreReadAsTheyAre() {
    write("a.py", FIRST);
    write("b.py", FIRST);
    write("c.py", "revision = 'c3'\ndown_revision = 'c3'\n");

    MigrationGraph graph = MigrationGraph.of(read(folder));
    assertThat(graph.duplicates()).hasSize(1);
    assertThat(graph.cycles()).containsExactly(List.of("c3"));
  }

  @Test
  void takesTheFolderOfScriptsAndTheOneOfRevisions() {
    write("scripts/env.py", "");
    write("scripts/versions/a.py", FIRST);

    assertThat(paths(folder.resolve("scripts"))).containsExactly("versions/a.py");
    assertThat(paths(folder.resolve("scripts/versions"))).containsExactly("a.py");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "script_location = db/scripts",
        "script_location = %(here)s/db/scripts",
        "# a comment\nscript_location: db/scripts",
        "root = %(here)s/db\nscript_location = %(root)s/scripts",
        "script_location = db:scripts",
        "script_location =\n    db/scripts"
      })
  void theConfigurationNamesThePlace(String option) {
    write("alembic.ini", "[loggers]\nkeys = x\n\n[alembic]\n" + option + "\n");
    write("db/scripts/versions/a.py", FIRST);

    assertThat(paths(folder)).containsExactly("db/scripts/versions/a.py");
    assertThat(MigrationFolder.find(folder).orElseThrow().files()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version_locations = one, two",
        "version_locations = one two absent",
        "version_path_separator = os\nversion_locations = %(here)s/one:%(here)s/two",
        "path_separator = newline\nversion_locations = one\n  two\n",
        "path_separator = ;\nversion_locations = one;two"
      })
  void revisionsMayBeInSeveralPlaces(String options) {
    write("alembic.ini", "[alembic]\nscript_location = scripts\n" + options + "\n");
    write("two/a.py", FIRST);
    write("one/b.py", "revision = 'b2'\ndown_revision = 'a1'\n");
    write("scripts/versions/c.py", "broken(");

    assertThat(paths(folder)).containsExactly("one/b.py", "two/a.py");
  }

  @Test
  void theProjectsOwnConfigurationMayNameThePlaces() {
    write(
        "pyproject.toml",
        """
        [project]
        name = "x"  # script_location = "no"
        [tool.alembic]
        script_location = "%(here)s/scripts"
        version_locations = [
          "one",  # "three",
          'two',
        ]
        recursive_version_locations = true
        [tool.other]
        script_location = 'no'
        """);
    write("one/deep/a.py", FIRST);
    write("one/__pycache__/a.py", "broken(");
    write("two/b.py", "revision = 'b2'\ndown_revision = 'a1'\n");

    assertThat(paths(folder)).containsExactly("one/deep/a.py", "two/b.py");
  }

  @Test
  void compiledRevisionsThatCountAreNotRead() {
    write("alembic.ini", "[alembic]\nscript_location = scripts\nsourceless = true\n");
    write("scripts/versions/a.py", FIRST);
    write("scripts/versions/__pycache__/a.cpython-311.pyc", "");
    write("scripts/versions/b.pyc", "");

    assertThat(read(folder).unread())
        .containsExactly(
            new Unread("scripts/versions/b.pyc", 0, "is compiled and has no source beside it"));
  }

  @Test
  void aFolderOfOtherPythonIsNotAlembics() {
    write("a.py", "revision = 1\n");
    write("0001_x.py", "class Migration: pass\n");

    assertThat(MigrationFolder.find(folder)).isEmpty();
  }

  private MigrationFile only() {
    Migrations migrations = read(folder);
    assertThat(migrations.unread()).isEmpty();
    return migrations.files().getFirst();
  }

  private static List<String> paths(Path folder) {
    return read(folder).files().stream().map(MigrationFile::path).toList();
  }

  private static Migrations read(Path folder) {
    return MigrationFolder.read(folder, "migrations", Optional.of(MigrationTool.ALEMBIC));
  }

  private void write(String path, String text) {
    try {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.writeString(folder.resolve(path), text);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
