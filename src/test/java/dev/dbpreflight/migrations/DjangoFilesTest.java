package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

class DjangoFilesTest {
  @TempDir Path folder;

  @Test
  void readsEveryApplicationOfAProject() {
    write("manage.py", "");
    migration("shop/migrations/0001_initial.py", "initial = True");
    migration("shop/migrations/0002_price.py", "dependencies = [('shop', '0001_initial')]");
    migration("lib/stock/migrations/0001_initial.py", "dependencies = [('shop', '0002_price'),]");
    write("shop/migrations/__init__.py", "");

    Migrations migrations = read(folder);
    assertThat(migrations.unread()).isEmpty();
    assertThat(migrations.files())
        .extracting(MigrationFile::id, MigrationFile::parents, MigrationFile::dependsOn)
        .containsExactly(
            tuple("stock.0001_initial", List.of(), List.of("shop.0002_price")),
            tuple("shop.0001_initial", List.of(), List.of()),
            tuple("shop.0002_price", List.of("shop.0001_initial"), List.of()));
    assertThat(MigrationFolder.find(folder).orElseThrow().tool()).isEqualTo(MigrationTool.DJANGO);
  }

  @Test
  void anApplicationMayBeCalledOtherwiseThanItsFolder() {
    migration("shop/migrations/0001.py", "dependencies = []");
    write(
        "shop/apps.py",
        """
        from django.apps import AppConfig
        class ShopConfig(AppConfig):
            name = 'code.shop'
            label: str = "store"
        """);
    assertThat(ids(folder)).containsExactly("store.0001");

    write("shop/apps.py", "class A(AppConfig): name = 'code.market'\n");
    assertThat(ids(folder)).containsExactly("market.0001");

    write(
        "shop/apps.py",
        "class A(B):\n    label = 'a'\nclass C(B):\n    label = 'c'\n    default = True\n");
    assertThat(ids(folder)).containsExactly("c.0001");

    write("shop/apps.py", "class A(B):\n    label = make()\n");
    assertThat(ids(folder)).containsExactly("shop.0001");
  }

  @Test
  void takesAnApplicationAndItsFolderOfMigrations() {
    migration("shop/migrations/0001.py", "dependencies = []");
    migration("shop/migrations/0002.py", "dependencies = [('store', '0001')]");
    assertThat(ids(folder.resolve("shop"))).containsExactly("store.0001", "store.0002");
    assertThat(ids(folder.resolve("shop/migrations"))).containsExactly("store.0001", "store.0002");

    write("shop/apps.py", "class A(AppConfig):\n    label = 'market'\n");
    assertThat(ids(folder.resolve("shop"))).containsExactly("market.0001", "market.0002");
    assertThat(ids(folder.resolve("shop/migrations")))
        .containsExactly("market.0001", "market.0002");
  }

  @Test
  void leavesOutDependenciesOnApplicationsThatAreNotInTheProject() {
    migration(
        "shop/migrations/0001.py",
        "dependencies = [('auth', '0012_x'), ('contenttypes', '__first__'),"
            + " migrations.swappable_dependency(settings.AUTH_USER_MODEL)]");

    assertThat(MigrationGraph.of(read(folder)).missingParents()).isEmpty();
    assertThat(read(folder).files().getFirst().dependsOn()).isEmpty();
  }

  @Test
  void aMigrationThatAnApplicationOfTheProjectLacksIsMissing() {
    migration("shop/migrations/0001.py", "dependencies = []");
    migration("stock/migrations/0002.py", "dependencies = [('shop', '0002'), ('stock', '0001')]");

    assertThat(MigrationGraph.of(read(folder)).missingParents())
        .extracting(MigrationGraph.MissingParent::parent)
        .containsExactly("stock.0001", "shop.0002");
  }

  @Test
  void theModelOfUsersMayBeTheProjectsOwn() {
    write("site/settings/base.py", "AUTH_USER_MODEL = 'people.User'\n");
    migration("people/migrations/0001.py", "initial = True");
    migration("people/migrations/0002.py", "dependencies = [('people', '0001')]");
    migration(
        "shop/migrations/0001.py",
        "dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL),"
            + " ('people', '__latest__')]");

    assertThat(read(folder).files().getLast().dependsOn())
        .containsExactly("people.0001", "people.0002");
  }

  @Test
  void whatMustRunBeforeAnotherOneIsItsDependency() {
    migration("a/migrations/0001.py", "dependencies = []");
    migration("b/migrations/0001.py", "run_before = [('a', '0001'), ('auth', '0001')]");

    assertThat(read(folder).files().getFirst().dependsOn()).containsExactly("b.0001");
  }

  @Test
  void readsWhatASquashedMigrationReplaces() {
    migration(
        "a/migrations/0001_squashed_0002.py",
        "replaces = [('a', '0001'), ('a', '0002')]\n    atomic = False");

    MigrationFile squashed = read(folder).files().getFirst();
    assertThat(squashed.replaces()).containsExactly("a.0001", "a.0002");
    assertThat(squashed.transactional()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "                                                         | PRESENT",
        "migrations.CreateModel(name='x', fields=[('a', b.C())])  | PRESENT",
        "migrations.RunPython(forwards)                           | ABSENT",
        "migrations.RunPython(forwards, backwards)                | PRESENT",
        "migrations.RunPython(code=f, reverse_code=RunPython.noop)| PRESENT",
        "RunPython(f, None)                                       | ABSENT",
        "migrations.RunSQL('''select 1''')                        | ABSENT",
        "migrations.RunSQL('a', reverse_sql='b')                  | PRESENT",
        "migrations.RunSQL(['a'], 'b'), RunSQL('c')               | ABSENT",
        "migrations.SeparateDatabaseAndState([RunSQL('a')], [])   | ABSENT",
        "migrations.SeparateDatabaseAndState(state_operations=[RunSQL('a')]) | PRESENT",
        "make(), *more                                            | UNKNOWN"
      })
  void saysWhetherThereIsAWayDown(String operations, WayDown expected) {
    String list = operations == null ? "" : operations;
    migration("a/migrations/0001.py", "operations = [\n        " + list + "\n    ]");

    assertThat(read(folder).files().getFirst().wayDown()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "venv/lib/site-packages/django/contrib/auth/migrations/0001.py",
        "lib/python3/dist-packages/x/migrations/0001.py",
        ".venv/x/migrations/0001.py",
        "node_modules/x/migrations/0001.py",
        "a/tests/app/migrations/0001.py",
        "a/migrations/_hidden.py",
        "a/migrations/sub/0001.py",
        "a/other/0001.py"
      })
  void passesOverWhatIsNotTheProjects(String path) {
    migration("a/migrations/0001.py", "dependencies = []");
    migration(path, "dependencies = [");

    assertThat(ids(folder)).containsExactly("a.0001");
    assertThat(read(folder).unread()).isEmpty();
  }

  @Test
  void remembersWhatItCannotUnderstand() {
    migration("a/migrations/0001.py", "dependencies = []");
    migration("a/migrations/0002.py", "dependencies = make()");
    migration("a/migrations/0003.py", "dependencies = [('a', name)]");
    migration("a/migrations/0004.py", "dependencies = [('a', '0001')");
    write("a/migrations/0005.py", "x = 1\n");
    write("a/migrations/0006.pyc", "");

    String computed = "its dependencies are computed, so they are not known before the file runs";
    assertThat(ids(folder)).containsExactly("a.0001", "a.0002", "a.0003", "a.0004", "a.0006");
    assertThat(read(folder).files())
        .extracting(MigrationFile::parents)
        .containsExactly(
            List.of(), List.of("a.0001"), List.of("a.0002"), List.of("a.0003"), List.of("a.0004"));
    assertThat(read(folder).unread())
        .containsExactly(
            new Unread("a/migrations/0002.py", 4, computed),
            new Unread("a/migrations/0003.py", 4, computed),
            new Unread("a/migrations/0004.py", 4, "opens \"[\" and never closes it"),
            new Unread(
                "a/migrations/0005.py",
                1,
                "has no class Migration, and Django refuses to run with such a file"),
            new Unread("a/migrations/0006.pyc", 0, "is compiled and has no source beside it"));
  }

  @Test
  void foldersOfOtherToolsAreNotDjangos() {
    write("manage.py", "");
    write("migrations/env.py", "");
    write("migrations/versions/a.py", "revision = 'a'\ndown_revision = None\n");
    write("other/migrations/0001.py", "class Migration:\n    def up(self): pass\n");

    assertThat(MigrationFolder.find(folder).orElseThrow().tool()).isEqualTo(MigrationTool.ALEMBIC);
  }

  private static List<String> ids(Path folder) {
    return read(folder).files().stream().map(MigrationFile::id).toList();
  }

  private static Migrations read(Path folder) {
    return MigrationFolder.read(folder, "project", Optional.of(MigrationTool.DJANGO));
  }

  private void migration(String path, String body) {
    write(
        path,
        "from django.db import migrations\n\nclass Migration(migrations.Migration):\n    "
            + body
            + "\n");
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
