package dev.dbpreflight.app;

import dev.dbpreflight.app.Programs.Ended;
import dev.dbpreflight.app.Programs.Outcome;
import dev.dbpreflight.app.Programs.TimedOut;
import dev.dbpreflight.backup.BackupKind;
import dev.dbpreflight.checks.FileText;
import dev.dbpreflight.conditions.RestoredBackup;
import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.PostgresUrl;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.Observer;
import dev.dbpreflight.introspect.postgres.ServerIdentity;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restores an archive into a scratch database and looks at what came out. Owners, rights and
 * comments are left out, for the roles of one server are not those of another; publications and
 * subscriptions, for nothing may begin to flow.
 */
final class PostgresRestore {
  private static final List<String> RESTORE =
      List.of(
          "pg_restore",
          "--exit-on-error",
          "--no-owner",
          "--no-privileges",
          "--no-comments",
          "--no-tablespaces",
          "--no-publications",
          "--no-subscriptions",
          "--no-security-labels",
          "--no-password");

  private final Surroundings surroundings;
  private final ConnectOptions options;

  /** What keeps it from being tried. */
  static final class NotTried extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    NotTried(String reason, String remedy) {
      super(reason);
      this.remedy = remedy;
    }

    String remedy() {
      return remedy;
    }
  }

  PostgresRestore(Surroundings surroundings, ConnectOptions options) {
    this.surroundings = surroundings;
    this.options = options;
  }

  /**
   * Restores it.
   *
   * @param server where the scratch database may be made
   * @param target the database that must not be it
   */
  RestoredBackup restore(
      Path file, BackupKind kind, Optional<FileText> server, ServerIdentity target)
      throws NotTried {
    PostgresUrl url = url(kind, server);
    requireOther(url, target);
    requireProgram();
    ScratchDatabase scratch = new ScratchDatabase(url, surroundings, options.deadline());
    Restored result = new Restored();
    Optional<String> refused = scratch.during(database -> result.fill(database, file));
    if (refused.isPresent()) {
      throw new NotTried(
          "cannot make a scratch database: " + refused.get(),
          "install psql, and GRANT CREATEDB to the role of restore-to: ALTER ROLE … CREATEDB");
    }
    if (result.notTried.isPresent()) {
      throw result.notTried.get();
    }
    return result.backup.orElseThrow();
  }

  private PostgresUrl url(BackupKind kind, Optional<FileText> server) throws NotTried {
    if (kind != BackupKind.CUSTOM && kind != BackupKind.DIRECTORY && kind != BackupKind.TAR) {
      throw new NotTried(
          "only an archive of pg_dump is restored: a script may hold commands for other databases",
          "make the backup with pg_dump -Fc");
    }
    if (server.isEmpty()) {
      throw new NotTried(
          "the check file does not say on which server",
          "restore-to: ${SCRATCH_URL} in \"backup\"");
    }
    try {
      DatabaseUrl url =
          surroundings.targets().resolve(server.get().value(), "restore-to in the check file");
      if (url instanceof PostgresUrl postgres) {
        return postgres;
      }
    } catch (ProblemException unusable) {
      throw notTried(unusable);
    }
    throw new NotTried("restore-to is no server of PostgreSQL", "name one: postgresql://…");
  }

  private static NotTried notTried(ProblemException problem) {
    return new NotTried(problem.problem().what(), problem.problem().next());
  }

  /** The server is asked which it is: the same one has many names. */
  private void requireOther(PostgresUrl url, ServerIdentity target) throws NotTried {
    try (Session session = Connector.open(url, options)) {
      if (ServerIdentity.of(session).equals(target)) {
        throw new NotTried(
            "restore-to is the target itself, to which nothing is written",
            "name another server, or at least another database: …/postgres");
      }
    } catch (ProblemException unreachable) {
      throw notTried(unreachable);
    }
  }

  private void requireProgram() throws NotTried {
    Outcome version =
        surroundings
            .programs()
            .run(
                new Programs.Launch(
                    List.of("pg_restore", "--version"),
                    surroundings.folder(),
                    surroundings.environment(),
                    options.deadline().remaining()));
    if (!(version instanceof Ended ended && ended.exitCode() == 0)) {
      throw new NotTried(
          "pg_restore is not installed",
          "install the client programs of PostgreSQL: postgresql-client");
    }
  }

  /** What came out, as far as it came. */
  private final class Restored {
    private Optional<RestoredBackup> backup = Optional.empty();
    private Optional<NotTried> notTried = Optional.empty();

    private void fill(ScratchDatabase database, Path file) {
      List<String> words = new ArrayList<>(RESTORE);
      words.addAll(
          List.of("-d", database.url().database(), file.toAbsolutePath().normalize().toString()));
      Outcome outcome = database.run(words);
      Optional<String> problem = database.problem(outcome);
      if (problem.isEmpty()) {
        look(database.url());
      } else if (outcome instanceof TimedOut) {
        notTried = Optional.of(new NotTried(problem.get(), "a longer --timeout"));
      } else if (problem.get().contains("unsupported version")) {
        notTried =
            Optional.of(
                new NotTried("pg_restore is older than the archive", "install a newer pg_restore"));
      } else {
        backup = Optional.of(RestoredBackup.failed(problem.get()));
      }
    }

    private void look(PostgresUrl url) {
      try (Session session = Connector.open(url, options)) {
        SchemaModel schema =
            new Observer(Wiring.introspector(session.engine(), Optional.empty()))
                .observeSchema(session)
                .schema();
        Map<ObjectName, Long> rows = new HashMap<>();
        Wiring.tableSizes(session.engine())
            .counted(session)
            .forEach((table, size) -> size.rows().ifPresent(count -> rows.put(table, count)));
        backup = Optional.of(new RestoredBackup(Optional.empty(), Optional.of(schema), rows));
      } catch (ProblemException unreadable) {
        notTried = Optional.of(notTried(unreadable));
      }
    }
  }
}
