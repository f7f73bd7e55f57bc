package dev.dbpreflight.app;

import dev.dbpreflight.cli.CommandLineRun;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** A database of a story, on either engine, and the command line pointed at it. */
final class StoryDatabase {
  private final Engine engine;
  private final Path folder;
  private final String name;
  private final String url;

  private StoryDatabase(Engine engine, Path folder, String name, String url) {
    this.engine = engine;
    this.folder = folder;
    this.name = name;
    this.url = url;
  }

  /**
   * @param folder where snapshots go, and files of SQLite
   */
  static StoryDatabase empty(Engine engine, Path folder) {
    return switch (engine) {
      case POSTGRESQL -> {
        PostgresServer server = Databases.newest();
        String database = server.createDatabase();
        yield new StoryDatabase(engine, folder, database, server.url(database));
      }
      case SQLITE -> {
        Path file = Databases.sqlite(folder, "VACUUM");
        yield new StoryDatabase(engine, folder, file.toString(), file.toString());
      }
    };
  }

  String url() {
    return url;
  }

  /** What SQLAlchemy calls it. */
  String urlOfSqlAlchemy() {
    return engine == Engine.SQLITE ? "sqlite:///" + url : url;
  }

  StoryDatabase run(String... scripts) {
    switch (engine) {
      case POSTGRESQL -> Databases.newest().run(name, scripts);
      case SQLITE -> Databases.sqliteRun(Path.of(name), scripts);
    }
    return this;
  }

  /** The name of a table as reports print it. */
  String named(String table) {
    return engine == Engine.POSTGRESQL ? "\"public." + table + "\"" : "\"" + table + "\"";
  }

  /** Takes a snapshot into {@code <revision>.json}. */
  Path snapshot(String revision) {
    Path file = folder.resolve(revision + ".json");
    CommandLineRun run =
        CommandLineRun.of("snapshot", url, "-o", file.toString(), "--revision", revision);
    Assertions.assertThat(run.exitCode()).as(run.err()).isZero();
    return file;
  }

  /** The report for people. */
  CommandLineRun check(Object... options) {
    List<String> words = new ArrayList<>(List.of("check", url));
    for (Object option : options) {
      words.add(option.toString());
    }
    return CommandLineRun.of(words.toArray(String[]::new));
  }
}
