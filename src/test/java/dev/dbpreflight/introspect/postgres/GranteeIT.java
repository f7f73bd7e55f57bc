package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GranteeIT {
  private static final Query<String> ROLES =
      new Query<>("roles", "select rolname from pg_roles limit 1", row -> row.text("rolname"));

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  @BeforeAll
  static void makeRoles() {
    servers()
        .forEach(
            server ->
                server.run(
                    "postgres",
                    """
                    create role "we""ird; drop" login;
                    create role "user" login;
                    create role plain login;
                    """));
  }

  private static CatalogReading hardened(PostgresServer server) {
    return CatalogReading.of(
        server,
        """
        revoke select on pg_catalog.pg_roles from public;
        revoke execute on function pg_catalog.pg_is_in_recovery() from public;
        grant execute on function pg_catalog.pg_is_in_recovery()
          to "we""ird; drop", "user", plain;
        """);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aRoleIsQuotedOnlyWhereSqlNeedsIt(PostgresServer server) {
    CatalogReading reading = hardened(server);

    assertThat(membership(reading, "plain")).isEqualTo("GRANT pg_monitor TO plain");
    assertThat(membership(reading, "user")).isEqualTo("GRANT pg_monitor TO \"user\"");
    assertThat(membership(reading, "we%22ird%3B%20drop"))
        .isEqualTo("GRANT pg_monitor TO \"we\"\"ird; drop\"");
  }

  private static String membership(CatalogReading reading, String user) {
    try (Session session = reading.session(user)) {
      return Grantee.of(session).membership("pg_monitor");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whatIsPrintedCanBeRunAndHelps(PostgresServer server) {
    CatalogReading reading = hardened(server);
    String grant;
    try (Session session = reading.session("we%22ird%3B%20drop")) {
      Grantee reader = Grantee.of(session);
      ProblemException refusal =
          catchThrowableOfType(ProblemException.class, () -> session.ask(ROLES));
      grant = reader.remedy(refusal, reader.select("pg_catalog.pg_roles"));

      assertThat(refusal.problem().next())
          .isEqualTo("GRANT what is missing TO \"we\"\"ird; drop\"; usually SELECT or USAGE");
      server.run(
          reading.database(),
          grant,
          reader.membership("pg_read_all_stats"),
          reader.execute("pg_catalog.pg_is_in_recovery()"));
    }

    try (Session session = reading.session("we%22ird%3B%20drop")) {
      assertThat(session.ask(ROLES)).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void noGrantIsAdvisedWhereNoRightIsMissing(PostgresServer server) {
    CatalogReading reading = CatalogReading.of(server);
    try (Session session = reading.session()) {
      Query<String> broken = new Query<>("x", "select 1 / 0 as x", row -> row.text("x"));
      ProblemException refusal =
          catchThrowableOfType(ProblemException.class, () -> session.ask(broken));

      assertThat(Grantee.of(session).remedy(refusal, "GRANT"))
          .isEqualTo(refusal.problem().next())
          .doesNotContain("GRANT");
    }
  }
}
