package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.Index.Key;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.Records;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Indexes with every option, as whole records. */
class PostgresIndexesIT {

  static Stream<PostgresServer> servers() {
    return RelationReading.servers();
  }

  static Stream<PostgresServer> serversFrom15() {
    return RelationReading.serversFrom(15);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void keysAreReadInTheirOrderWithTheirOrder(PostgresServer server) {
    assertThat(
            index(
                server,
                """
                create table t (a integer, gone integer, b text, c date, d text);
                alter table t drop column gone;
                create unique index i on t (c desc, b asc nulls first, a desc nulls last, lower(d))
                  include (d, a) with (fillfactor = 60) where a > 0;
                comment on index i is 'why';
                """))
        .isEqualTo(
            new Index(
                "i",
                "btree",
                true,
                false,
                List.of(
                    key("c", "", "", true, true),
                    key("b", "", "", false, true),
                    key("a", "", "", true, false),
                    new Key(SqlText.of("lower(d)"), false, "", "", false, false)),
                List.of("d", "a"),
                SqlText.of("(a > 0)"),
                new Storage("", "", List.of("fillfactor=60")),
                false,
                true,
                List.of(),
                "why"));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void collationsAreReadWhereTheyAreNotTheColumnsOwn(PostgresServer server) {
    assertThat(
            index(
                    server,
                    """
                    create collation own (locale = 'C');
                    create table t (a text, b text collate "C", c text collate own);
                    create index i on t (a, b, c, a collate "C", b collate own, c collate "default",
                      lower(a) collate own, upper(b));
                    """)
                .keys())
        .extracting(Key::collation)
        .containsExactly("", "", "", "C", "public.own", "default", "public.own", "C");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void operatorClassesAreReadWhereTheyAreNotTheTypesOwn(PostgresServer server) {
    assertThat(
            index(
                    server,
                    """
                    create extension citext;
                    create domain code as varchar(3);
                    create type mood as enum ('x');
                    create table t (a text, b varchar(9), c citext, d code, e mood, f integer[],
                      g timestamp(3) with time zone, h bit(8), i char(3), j name);
                    create index i on t (a, b, c, d, e, f, g, h, i, j,
                      a text_pattern_ops, b varchar_ops, c text_ops, i bpchar_pattern_ops);
                    """)
                .keys())
        .extracting(Key::operatorClass)
        .containsExactly(
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "text_pattern_ops",
            "varchar_ops",
            "text_ops",
            "bpchar_pattern_ops");
  }

  /** Of the server's own classes of btree none knows options. */
  @ParameterizedTest
  @MethodSource("servers")
  void optionsOfAnOwnClassOfBtreeAreRead(PostgresServer server) {
    assertThat(
            index(
                    server,
                    """
                    create operator class own for type integer using btree as
                      operator 1 <, operator 2 <=, operator 3 =, operator 4 >=, operator 5 >,
                      function 1 btint4cmp(integer, integer),
                      function 5 gtsvector_options(internal);
                    create table t (a integer, b integer);
                    create index i on t (b, a own (siglen = 100));
                    """)
                .keys())
        .extracting(Key::operatorClass)
        .containsExactly("", "public.own(siglen=100)");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void optionsOfOperatorClassesAndStatisticsOfExpressionsAreRead(PostgresServer server) {
    String table = "create extension pg_trgm; create table t (a integer, b text);";
    assertThat(
            index(server, table + "create index i on t using gist (b gist_trgm_ops (siglen = 32))"))
        .isEqualTo(
            Records.with(
                plain("i", key("b", "", "public.gist_trgm_ops(siglen=32)", false, false)),
                "method",
                "gist"));
    assertThat(
            index(
                server,
                table
                    + """
                    create index i on t (b, lower(b), (a + 1));
                    alter index i alter column 3 set statistics 300;
                    alter table t cluster on i;
                    """))
        .extracting(Index::statistics, Index::clustered)
        .containsExactly(List.of("3=300"), true);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void anIndexThatAFailedBuildLeftBehindIsNotValid(PostgresServer server) {
    String database =
        server.createDatabase("create table t (a integer); insert into t values (1), (1)");
    assertThatThrownBy(() -> server.run(database, "create unique index concurrently i on t (a)"))
        .hasMessageContaining("could not create unique index");

    assertThat(Looks.at(server, database).tables().getFirst().indexes())
        .containsExactly(
            Records.with(Records.with(plain("i", Key.of("a")), "unique", true), "valid", false));
  }

  @ParameterizedTest
  @MethodSource("serversFrom15")
  void nullsNotDistinctIsRead(PostgresServer server) {
    assertThat(
            index(
                server,
                "create table t (a integer); create unique index i on t (a) nulls not distinct"))
        .isEqualTo(
            Records.with(
                Records.with(plain("i", Key.of("a")), "unique", true), "nullsNotDistinct", true));
  }

  private static Index index(PostgresServer server, String script) {
    return RelationReading.of(server, script).table("public.t").indexes().getFirst();
  }

  private static Index plain(String name, Key... keys) {
    return new Index(
        name,
        "btree",
        false,
        false,
        List.of(keys),
        List.of(),
        SqlText.NONE,
        Storage.DEFAULT,
        false,
        true,
        List.of(),
        "");
  }

  private static Key key(
      String column,
      String collation,
      String operatorClass,
      boolean descending,
      boolean nullsFirst) {
    return new Key(SqlText.of(column), true, collation, operatorClass, descending, nullsFirst);
  }
}
