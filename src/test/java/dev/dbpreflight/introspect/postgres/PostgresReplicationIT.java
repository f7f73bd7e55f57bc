package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.introspect.postgres.CatalogReading.global;
import static dev.dbpreflight.introspect.postgres.CatalogReading.owned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.DefaultPrivileges;
import dev.dbpreflight.model.EventTrigger;
import dev.dbpreflight.model.ForeignDataWrapper;
import dev.dbpreflight.model.ForeignServer;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.Publication;
import dev.dbpreflight.model.Subscription;
import dev.dbpreflight.model.UserMapping;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lives in no schema: replication, foreign data, event triggers, default privileges. */
class PostgresReplicationIT {

  private static final List<String> ALL_OPERATIONS =
      List.of("insert", "update", "delete", "truncate");

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  static Stream<PostgresServer> since15() {
    return servers().filter(server -> server.major() >= 15);
  }

  static Stream<PostgresServer> since18() {
    return servers().filter(server -> server.major() >= 18);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void publicationsOfWholeTablesAreRead(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create table a (id int primary key);
            create table "B b" (id int primary key);
            create publication of_all for all tables with (publish = 'insert, truncate');
            create publication of_none;
            create publication of_two for table a, "B b" with (publish_via_partition_root);
            comment on publication of_two is 'both';
            """);

    assertThat(reading.objects(ObjectKind.PUBLICATION))
        .containsExactly(
            new Publication(
                global("of_all"),
                true,
                List.of("insert", "truncate"),
                false,
                "none",
                List.of(),
                owned("")),
            new Publication(
                global("of_none"), false, ALL_OPERATIONS, false, "none", List.of(), owned("")),
            new Publication(
                global("of_two"),
                false,
                ALL_OPERATIONS,
                true,
                "none",
                List.of("TABLE public.a", "TABLE public.\"B b\""),
                owned("both")));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("since15")
  void publicationsOfColumnsRowsAndSchemasAreRead(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create table t (z int, id int primary key, "C d" int);
            create publication of_columns for table t (z, id, "C d") where (id > 5 and z is null)
              with (publish = 'insert');
            create publication of_schemas for table t, tables in schema app;
            """);

    assertThat(reading.objects(ObjectKind.PUBLICATION))
        .containsExactly(
            new Publication(
                global("of_columns"),
                false,
                List.of("insert"),
                false,
                "none",
                List.of("TABLE public.t (\"C d\", id, z) WHERE (((id > 5) AND (z IS NULL)))"),
                owned("")),
            new Publication(
                global("of_schemas"),
                false,
                ALL_OPERATIONS,
                false,
                "none",
                List.of("TABLE public.t", "TABLES IN SCHEMA app"),
                owned("")));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("since18")
  void publicationsOfGeneratedColumnsAreRead(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            "create publication p for all tables with (publish_generated_columns = stored)");

    assertThat(reading.objects(ObjectKind.PUBLICATION))
        .extracting(publication -> ((Publication) publication).generatedColumns())
        .containsExactly("stored");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void subscriptionsAreReadWithoutTheirConnection(PostgresServer server) {
    String option = server.major() >= 16 ? ", origin = none, run_as_owner = true" : "";
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create subscription s connection 'host=localhost password=secret' publication b, a
              with (connect = false, slot_name = none, binary = true, streaming = on%s);
            comment on subscription s is 'takes';
            """
                .formatted(option));
    CatalogReading other = CatalogReading.of(server);

    try {
      List<String> options =
          Stream.of(
                  "binary=true",
                  "slot_name=NONE",
                  "streaming=on",
                  "synchronous_commit=off",
                  server.major() >= 16 ? "origin=none" : "",
                  server.major() >= 16 ? "run_as_owner=true" : "")
              .filter(text -> !text.isEmpty())
              .toList();
      assertThat(reading.objects(ObjectKind.SUBSCRIPTION))
          .containsExactly(
              new Subscription(global("s"), false, List.of("a", "b"), options, owned("takes")));
      assertThat(other.objects(ObjectKind.SUBSCRIPTION)).isEmpty();
    } finally {
      server.run(reading.database(), "drop subscription s");
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void foreignDataIsReadWithoutItsSecrets(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create role mapped;
            create extension postgres_fdw;
            create foreign data wrapper own options (api_token 'secret', level '1');
            create foreign data wrapper handled handler postgres_fdw_handler
              validator postgres_fdw_validator;
            create server remote type 'hot' version '9' foreign data wrapper postgres_fdw
              options (host 'example.org', sslkey 'secret');
            create server odd foreign data wrapper own
              options (password 'secret', uri 'pg://me:secret@example.org/x', path '/a?b=c');
            grant usage on foreign server odd to mapped;
            create user mapping for mapped server odd options (password 'secret');
            create user mapping for public server remote options (user 'secret');
            comment on foreign data wrapper own is 'ours';
            comment on server odd is 'strange';
            """);

    assertThat(
            reading.objects(
                ObjectKind.FOREIGN_DATA_WRAPPER,
                ObjectKind.FOREIGN_SERVER,
                ObjectKind.USER_MAPPING))
        .containsExactly(
            new ForeignDataWrapper(
                global("handled"),
                "public.postgres_fdw_handler()",
                "public.postgres_fdw_validator(text[],oid)",
                List.of(),
                owned("", "USAGE")),
            new ForeignDataWrapper(
                global("own"), "", "", List.of("api_token", "level=1"), owned("ours", "USAGE")),
            new ForeignServer(
                global("odd"),
                "own",
                "",
                "",
                List.of("password", "path=/a?b=c", "uri"),
                new Attributes(
                    "postgres",
                    List.of(
                        new Grant("mapped", "USAGE", false), new Grant("postgres", "USAGE", false)),
                    "strange")),
            new ForeignServer(
                global("remote"),
                "postgres_fdw",
                "hot",
                "9",
                List.of("host=example.org", "sslkey"),
                owned("", "USAGE")),
            new UserMapping(global("PUBLIC on remote")),
            new UserMapping(global("mapped on odd")));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void eventTriggersAreReadWhole(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create function note() returns event_trigger language plpgsql as 'begin end';
            create event trigger all_ends on ddl_command_end execute function note();
            create event trigger few on sql_drop when tag in ('DROP VIEW', 'DROP TABLE')
              execute function note();
            alter event trigger few enable always;
            comment on event trigger few is 'watches';
            """);

    assertThat(reading.objects(ObjectKind.EVENT_TRIGGER))
        .containsExactly(
            new EventTrigger(
                global("all_ends"),
                "ddl_command_end",
                List.of(),
                "public.note()",
                "ORIGIN",
                owned("")),
            new EventTrigger(
                global("few"),
                "sql_drop",
                List.of("DROP TABLE", "DROP VIEW"),
                "public.note()",
                "ALWAYS",
                owned("watches")));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void defaultPrivilegesAreNamedByRoleTypeAndSchema(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create role maker;
            create schema app;
            alter default privileges for role maker in schema app grant select on tables to public;
            alter default privileges revoke execute on functions from public;
            alter default privileges grant usage on types to maker with grant option;
            alter default privileges grant usage on sequences to maker;
            alter default privileges revoke usage on sequences from maker;
            """);

    assertThat(reading.objects(ObjectKind.DEFAULT_PRIVILEGES))
        .containsExactly(
            new DefaultPrivileges(
                global("maker, tables, app"), List.of(new Grant("PUBLIC", "SELECT", false))),
            new DefaultPrivileges(
                global("postgres, functions"), List.of(new Grant("postgres", "EXECUTE", false))),
            new DefaultPrivileges(
                global("postgres, types"),
                List.of(
                    new Grant("PUBLIC", "USAGE", false),
                    new Grant("maker", "USAGE", true),
                    new Grant("postgres", "USAGE", false))));
  }
}
