package dev.dbpreflight.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The PostgreSQL schemas in {@code src/test/resources/schemas}, which together use all that the
 * model can hold. Every case loads on an empty database, and beside all the others.
 */
public final class Corpus {
  private static final Path FOLDER = Path.of("src/test/resources/schemas");
  private static final Pattern SINCE = Pattern.compile("since-(\\d+)-.*");

  private Corpus() {}

  /** The names of the cases that a server of that major version can load. */
  public static List<String> cases(int major) {
    return files("postgresql", major);
  }

  /** Those of the cases that can be made by another route too: by ALTER, in another order. */
  public static List<String> alteredCases(int major) {
    return files("postgresql-altered", major);
  }

  /** Makes a database with these cases in it. */
  public static String create(PostgresServer server, List<String> cases) {
    return create(server, "postgresql", cases);
  }

  /** Makes a database with these cases, made by the other route. */
  public static String createAltered(PostgresServer server, List<String> cases) {
    return create(server, "postgresql-altered", cases);
  }

  private static String create(PostgresServer server, String folder, List<String> cases) {
    prepare(server);
    String database = server.createDatabase();
    Path files = FOLDER.resolve(folder);
    server.run(
        database,
        cases.stream().map(name -> read(files.resolve(name + ".sql"))).toArray(String[]::new));
    return database;
  }

  /** What belongs to the server and not to a database: roles and a tablespace. */
  private static void prepare(PostgresServer server) {
    server.run("postgres", read(FOLDER.resolve("postgresql-roles.sql")));
    if (server
        .strings("postgres", "select spcname from pg_tablespace where spcname = 'corpus_space'")
        .isEmpty()) {
      server.run(
          "postgres",
          "set allow_in_place_tablespaces = on",
          "create tablespace corpus_space location ''");
    }
  }

  private static List<String> files(String folder, int major) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString().replace(".sql", ""))
          .filter(name -> since(name) <= major)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first major version that can load a case. */
  public static int since(String name) {
    Matcher since = SINCE.matcher(name);
    return since.matches() ? Integer.parseInt(since.group(1)) : 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
