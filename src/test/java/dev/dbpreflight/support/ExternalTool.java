package dev.dbpreflight.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that some tests need and a JDK with Maven does not bring. Where it is missing those
 * tests are skipped, and {@link TestSummary} counts them; where the environment variable {@code CI}
 * is set they fail, because {@code .ci/run} installs it.
 */
public enum ExternalTool {
  PG_DUMP("pg_dump"),
  PG_RESTORE("pg_restore"),
  PSQL("psql"),
  PGBOUNCER("pgbouncer"),
  SQLITE3("sqlite3"),
  /** With the PostgreSQL driver that it needs. */
  ALEMBIC("alembic", "psycopg2"),
  DJANGO("django-admin", "django");

  private static final Pattern MAJOR = Pattern.compile("(\\d+)[.\\d]*");

  private final String program;

  /** What the system's Python must have for it. */
  private final String[] modules;

  ExternalTool(String program, String... modules) {
    this.program = program;
    this.modules = modules;
  }

  /** The program; the test that asks ends here if there is none. */
  public Path require() {
    Optional<Path> found = find();
    if (found.isEmpty()) {
      miss(program + " is not installed");
    }
    return found.orElseThrow();
  }

  /**
   * Whether this PostgreSQL client can talk to a server of that major version: {@code pg_dump}
   * refuses servers newer than itself. True if it is missing, so that the test asks for it and is
   * counted.
   */
  public boolean serves(int major) {
    if (find().isEmpty()) {
      return true;
    }
    String version = command("--version").run().successful().out();
    Matcher number = MAJOR.matcher(version);
    return number.find() && Integer.parseInt(number.group(1)) >= major;
  }

  public Command command(String... words) {
    String[] line = new String[words.length + 1];
    line[0] = require().toString();
    System.arraycopy(words, 0, line, 1, words.length);
    return new Command(line);
  }

  private Optional<Path> find() {
    // Debian keeps servers and poolers where only root's PATH looks.
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    Optional<Path> found =
        Arrays.stream(path.split(File.pathSeparator))
            .map(folder -> Path.of(folder, program))
            .filter(Files::isExecutable)
            .findFirst();
    return found.filter(there -> Arrays.stream(modules).allMatch(ExternalTool::pythonHas));
  }

  private static boolean pythonHas(String module) {
    Path python = Path.of("/usr/bin/python3");
    return Files.isExecutable(python)
        && new Command(python.toString(), "-c", "import " + module).run().exitCode() == 0;
  }

  private static void miss(String reason) {
    if (System.getenv("CI") != null) {
      Assertions.fail(reason + ", but in CI nothing that CI can have is skipped");
    }
    Assumptions.abort(reason);
  }
}
