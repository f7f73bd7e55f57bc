package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.Corpus;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looking at a database changes nothing in it, and runs nothing that its users could have put
 * there.
 */
class ReadOnlyIT {
  /**
   * Hostile twins that raise an error: of every function and operator, of types and of catalogs.
   */
  private static final String TWINS =
      """
      do $$
      declare
        twin record;
      begin
        for twin in
          select p.proname, pg_get_function_identity_arguments(p.oid) as arguments,
            pg_get_function_result(p.oid) as result
          from pg_proc p
          where p.pronamespace = 'pg_catalog'::regnamespace and p.prokind = 'f'
        loop
          begin
            execute format(
              'create function public.%I(%s) returns %s language plpgsql as %L',
              twin.proname, twin.arguments, twin.result,
              'begin raise exception ''the hostile function was called''; end');
          exception when others then null;  -- some types are not for PL/pgSQL
          end;
        end loop;
        for twin in
          select o.oprname, nullif(o.oprleft, 0)::regtype as left, o.oprright::regtype as right,
            o.oprcode::regproc as code, p.proname
          from pg_operator o join pg_proc p on p.oid = o.oprcode
          where o.oprnamespace = 'pg_catalog'::regnamespace and o.oprright <> 0
        loop
          begin
            execute format('create operator public.%s (%s rightarg = %s, function = public.%I)',
              twin.oprname, coalesce('leftarg = ' || twin.left || ',', ''), twin.right, twin.proname);
          exception when others then null;  -- where the function has no twin
          end;
        end loop;
      end
      $$;
      create domain public.text as pg_catalog.text check (value = 'the hostile type was used');
      create domain public.name as pg_catalog.name check (value = 'the hostile type was used');
      create domain public.regclass as pg_catalog.int4 check (value = 0);
      create table public.pg_class (like pg_catalog.pg_class);
      create view public.pg_namespace as select 1 / 0 as nspname;
      """;

  static Stream<PostgresServer> oldestAndNewest() {
    return Stream.of(Databases.oldest(), Databases.newest()).distinct();
  }

  private String database;

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void nothingIsWritten(PostgresServer server) {
    database = Corpus.create(server, Corpus.cases(server.major()));
    server.run(
        database,
        "insert into shop.product (code, name) select 'abc', n from generate_series(1, 100) n",
        "create temporary table somebody_elses (id integer)");
    List<String> rows = rowsOfAllCatalogs(server);
    String counters = writeCounters(server);
    String nextTransaction = nextTransaction(server);

    lookAt(server);

    assertThat(nextTransaction(server))
        .as("a transaction that writes takes a number")
        .isEqualTo(nextTransaction);
    assertThat(writeCounters(server)).isEqualTo(counters);
    assertThat(rowsOfAllCatalogs(server)).isEqualTo(rows);
  }

  @ParameterizedTest
  @MethodSource("oldestAndNewest")
  void functionsAndOperatorsOfUsersAreNeverCalled(PostgresServer server) {
    database =
        server.createDatabase(
            """
            create schema app;
            create table app.item (
              id serial primary key, name varchar(10) default 'x' check (name in ('x', 'y')),
              tags text[], unique (name, tags));
            create index on app.item (lower(name)) where id > 3;
            create view app.names as select name from app.item where id = any (array[1, 2]);
            grant select on app.item to public;
            comment on table app.item is 'an item';
            create policy p on app.item using (name = 'x');
            """);
    SchemaModel before = lookAt(server).only(object -> object.name().schema().equals("app"));

    server.run(database, TWINS);
    server.run(
        "postgres",
        "alter database " + database + " set search_path = public, pg_catalog",
        "alter role postgres in database " + database + " set search_path = public, pg_catalog");

    assertThat(hostileTwins(server)).isGreaterThan(2500);
    SchemaModel after = lookAt(server);
    assertThat(after.only(object -> object.name().schema().equals("app")).objects())
        .isEqualTo(before.objects());
  }

  private SchemaModel lookAt(PostgresServer server) {
    try (Session session = Looks.open(server.url(database))) {
      PostgresIntrospector introspector = new PostgresIntrospector();
      SchemaModel schema = introspector.schema(session);
      assertThat(introspector.live(session, schema).facts().sequences()).isNotEmpty();
      return schema;
    }
  }

  private int hostileTwins(PostgresServer server) {
    String query =
        """
        select (select pg_catalog.count(*) from pg_catalog.pg_proc p
                where p.pronamespace operator(pg_catalog.=) 'public'::pg_catalog.regnamespace)
          operator(pg_catalog.+)
          (select pg_catalog.count(*) from pg_catalog.pg_operator o
           where o.oprnamespace operator(pg_catalog.=) 'public'::pg_catalog.regnamespace)
        """;
    return Integer.parseInt(server.strings(database, query).getFirst());
  }

  /** Every row of every catalog of the database with the transaction that wrote it, as a digest. */
  private List<String> rowsOfAllCatalogs(PostgresServer server) {
    List<String> digests =
        server.strings(
            database,
            """
            select format(
              'select %L || md5(string_agg(c.xmin || c.ctid::text || c::text, '''' order by c.ctid)) from %s c',
              oid::regclass, oid::regclass)
            from pg_class
            where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r'
              and relname not in ('pg_statistic', 'pg_statistic_ext_data')
            order by relname
            """);
    return digests.stream().flatMap(query -> server.strings(database, query).stream()).toList();
  }

  /** Asked for in another database, so that asking does not count. */
  private String writeCounters(PostgresServer server) {
    String query =
        """
        select concat_ws(' ', tup_inserted, tup_updated, tup_deleted, temp_files)
        from pg_stat_database where datname = '%s'
        """
            .formatted(database);
    String last = "";
    for (int attempt = 0; attempt < 50; attempt++) {
      String now = server.strings("postgres", query).getFirst();
      if (now.equals(last)) {
        return now;
      }
      last = now;
      pause();
    }
    throw new AssertionError("the counters do not come to rest: " + last);
  }

  private static String nextTransaction(PostgresServer server) {
    return server.strings("postgres", "select pg_snapshot_xmax(pg_current_snapshot())").getFirst();
  }

  private static void pause() {
    try {
      // Servers before 15 keep their counters back for half a second.
      Thread.sleep(700);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
