package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.RoleRights;
import dev.dbpreflight.conditions.RoleRights.OnSchema;
import dev.dbpreflight.conditions.RoleRights.OnTable;
import dev.dbpreflight.conditions.RoleSetting;
import dev.dbpreflight.conditions.RoleSetting.Source;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.SchemaBuilder;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigratingRoleIT {
  private static final String ROLES =
      """
      create role boss nologin;
      create role heir login in role boss;
      create role outsider login;
      create role hesitant login noinherit in role boss;
      create role acting login in role boss;
      alter role acting set role = boss;
      create role "we""ird; drop" login;
      create role locked nologin;
      alter role heir set lock_timeout = '7s';
      alter role "we""ird; drop" set statement_timeout = '3s';
      alter role "we""ird; drop" set default_transaction_read_only = on;
      alter role all set idle_in_transaction_session_timeout = '4min';
      """;

  private static final String SHOP =
      """
      create schema closed;
      create schema open;
      grant usage, create on schema open to heir;
      create table open.owned (id integer primary key);
      alter table open.owned owner to boss;
      create table open.granted (id integer primary key);
      grant select, references on open.granted to outsider, "we""ird; drop";
      """;

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  @BeforeAll
  static void makeRoles() {
    servers().forEach(server -> server.run("postgres", ROLES));
  }

  @AfterAll
  static void resetAll() {
    servers().forEach(server -> server.run("postgres", "alter role all reset all"));
  }

  private static CatalogReading shop(PostgresServer server) {
    CatalogReading reading = CatalogReading.of(server, SHOP);
    server.run(
        reading.database(),
        "alter database " + reading.database() + " set lock_timeout = 9000",
        "alter role heir in database " + reading.database() + " set statement_timeout = '11s'");
    return reading;
  }

  private static Conditions seen(CatalogReading reading, String user, String... role) {
    try (Session session = reading.session(user)) {
      return LiveReader.read(
              session,
              SchemaBuilder.postgres(reading.server().major()).build(),
              Stream.of(role).findFirst())
          .conditions();
    }
  }

  private static RoleSetting setting(Conditions conditions, String name) {
    return conditions.roleSettings().orElseThrow().setting(name).orElseThrow();
  }

  private static RoleRights rights(Conditions conditions) {
    return conditions.migratingRole().orElseThrow().rights().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aValueComesFromTheNearestLevel(PostgresServer server) {
    CatalogReading reading = shop(server);
    for (String by : new String[] {"heir", "postgres", "outsider"}) {
      Conditions heir = seen(reading, by, "heir");

      assertThat(setting(heir, "lock_timeout"))
          .as(by)
          .isEqualTo(
              new RoleSetting("lock_timeout", by.equals("heir") ? "7000" : "7s", Source.ROLE));
      assertThat(setting(heir, "statement_timeout").source())
          .as(by)
          .isEqualTo(Source.ROLE_IN_DATABASE);
      assertThat(setting(heir, "idle_in_transaction_session_timeout").source())
          .as(by)
          .isEqualTo(Source.ALL_ROLES);
      assertThat(setting(heir, "default_transaction_read_only").source())
          .as(by)
          .isEqualTo(Source.SERVER);
      assertThat(heir.roleSettings().orElseThrow().setting("transaction_timeout").isPresent())
          .isEqualTo(server.major() >= 17);
    }
    assertThat(setting(seen(reading, "postgres", "outsider"), "lock_timeout"))
        .isEqualTo(new RoleSetting("lock_timeout", "9000", Source.DATABASE));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theLimitsOfThisSessionAreNotTakenForTheRoles(PostgresServer server) {
    CatalogReading reading = CatalogReading.of(server, "create table t (id integer)");
    Conditions own = seen(reading, "postgres");

    assertThat(own.roleSettings().orElseThrow().migrates()).isTrue();
    assertThat(setting(own, "lock_timeout"))
        .isEqualTo(new RoleSetting("lock_timeout", "0", Source.SERVER));
    assertThat(setting(own, "statement_timeout"))
        .isEqualTo(new RoleSetting("statement_timeout", "0", Source.SERVER));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aValueBehindThatOfThisSessionIsNotKnown(PostgresServer server) {
    Conditions hidden = seen(shop(server), "we%22ird%3B%20drop", "outsider");

    assertThat(hidden.roleSettings().orElseThrow().setting("statement_timeout")).isEmpty();
    assertThat(hidden.roleSettings().orElseThrow().setting("default_transaction_read_only"))
        .isEmpty();
    assertThat(hidden.unread())
        .extracting(Unread::fact)
        .containsExactly(
            "default_transaction_read_only of the server", "statement_timeout of the server");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whoOwnsNothingIsNotTakenForTheMigratingRole(PostgresServer server) {
    Conditions looker = seen(shop(server), "we%22ird%3B%20drop");

    assertThat(looker.migratingRole()).isEmpty();
    assertThat(looker.roleSettings().orElseThrow().migrates()).isFalse();
    assertThat(looker.roleSettings().orElseThrow().setting("default_transaction_read_only"))
        .as("its own, which says nothing about others")
        .isEmpty();
    assertThat(setting(looker, "lock_timeout").source()).isEqualTo(Source.DATABASE);
    assertThat(looker.unread())
        .extracting(Unread::topic)
        .containsExactlyInAnyOrder(Topic.ROLE_SETTINGS, Topic.MIGRATING_ROLE);
    assertThat(looker.unread())
        .allMatch(
            unread ->
                unread.reason().contains("\"we\"ird; drop\" owns nothing here")
                    && unread.remedy().equals("--migrating-role NAME"));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void rightsAreThoseOfTheRoleAndOfWhomItInheritsFrom(PostgresServer server) {
    CatalogReading reading = shop(server);
    RoleRights heir = rights(seen(reading, "outsider", "heir"));

    assertThat(heir.actsAs()).containsExactlyInAnyOrder("heir", "boss");
    assertThat(heir.others()).containsOnlyKeys(new ObjectName("open", "granted"));
    assertThat(heir.schemas())
        .contains(
            entry("open", new OnSchema(true, true)), entry("closed", new OnSchema(false, false)));
    assertThat(heir.schemas().get("public"))
        .as("everybody could create there before 15")
        .isEqualTo(new OnSchema(true, server.major() < 15));
    assertThat(heir.createsInDatabase()).isFalse();
    assertThat(heir).isEqualTo(rights(seen(reading, "heir")));

    RoleRights outsider = rights(seen(reading, "heir", "outsider"));
    assertThat(outsider.others())
        .containsOnly(
            entry(new ObjectName("open", "owned"), new OnTable(false, false, false, false)),
            entry(new ObjectName("open", "granted"), new OnTable(true, true, false, false)));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void setRoleIsToldApartFromInheriting(PostgresServer server) {
    CatalogReading reading = shop(server);
    RoleRights hesitant = rights(seen(reading, "postgres", "hesitant"));
    RoleRights acting = rights(seen(reading, "postgres", "acting"));

    assertThat(hesitant.actsAs()).containsExactly("hesitant");
    assertThat(hesitant.canBecome()).containsExactly("boss");
    assertThat(acting.actingAs()).isEqualTo("boss");
    assertThat(acting.actsAs()).containsExactly("boss");
    assertThat(rights(seen(reading, "acting"))).isEqualTo(acting);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void whetherSomebodyCanLogInAsTheRole(PostgresServer server) {
    CatalogReading reading = shop(server);

    assertThat(rights(seen(reading, "postgres", "boss")).login()).isTrue();
    assertThat(rights(seen(reading, "postgres", "locked")).login()).isFalse();
    assertThat(rights(seen(reading, "postgres", "we\"ird; drop")).login()).isTrue();
    Conditions nobody = seen(reading, "postgres", "no 'such' \\ role");
    assertThat(nobody.migratingRole().orElseThrow().rights()).isEqualTo(Optional.empty());
    assertThat(nobody.unread()).extracting(Unread::topic).containsExactly(Topic.ROLE_SETTINGS);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void extensionsThatOnlySuperusersInstallAreKnown(PostgresServer server) {
    Conditions seen = seen(shop(server), "outsider");

    assertThat(seen.extensions().orElseThrow().names()).contains("hstore", "file_fdw");
    assertThat(seen.extensions().orElseThrow().reserved())
        .contains("file_fdw")
        .doesNotContain("hstore");
  }
}
