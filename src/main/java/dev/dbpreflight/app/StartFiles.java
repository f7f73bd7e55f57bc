package dev.dbpreflight.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Takes out of the jar what makes the next start fast: which classes a run on PostgreSQL needs (the
 * demonstration has none to connect to), and SQLite's native library, which its driver would
 * otherwise unpack at each start. The launcher runs this by its name when it makes its cache.
 */
public final class StartFiles {
  private StartFiles() {}

  /**
   * @param arguments the folder to fill, which the system property {@code org.sqlite.tmpdir} names
   *     too
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path folder = Path.of(arguments[0]);
    List<String> classes = new ArrayList<>(ours(System.getProperty("java.class.path")));
    try (InputStream list = StartFiles.class.getResourceAsStream("postgresql-classes.txt")) {
      new String(list.readAllBytes(), UTF_8).lines().forEach(classes::add);
    }
    Files.write(folder.resolve("more-classes.txt"), classes);
    unpackLibrary(folder);
  }

  private static List<String> ours(String jar) throws IOException {
    try (JarFile file = new JarFile(jar);
        Stream<String> names = file.stream().map(Object::toString)) {
      return names
          .filter(name -> name.startsWith("dev/dbpreflight/") && name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .toList();
    }
  }

  private static void unpackLibrary(Path folder) throws IOException, SQLException {
    // The driver unpacks it under a name of its own, and deletes that when the process ends.
    DriverManager.getConnection("jdbc:sqlite::memory:").close();
    String name = System.mapLibraryName("sqlitejdbc");
    try (Stream<Path> files = Files.list(folder)) {
      Path unpacked =
          files.filter(file -> file.toString().endsWith("-" + name)).findAny().orElseThrow();
      Files.copy(unpacked, folder.resolve(name));
    }
  }
}
