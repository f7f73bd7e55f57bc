package dev.dbpreflight.backup;

import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.ExternalTool;
import dev.dbpreflight.support.PostgresServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A database with whatever is hard to count, and the real {@code pg_dump} for it. */
final class DumpedDatabase {
  static final String SCRIPT =
      """
      create table orders (id serial primary key, note text);
      insert into orders (note)
        select 'line' || g || E'\\n\\\\ x''(' || repeat(md5(g::text), 20)
        from generate_series(1, 2000) g;
      create table empty_one (id int);
      create table nocols ();
      insert into nocols default values;
      insert into nocols default values;
      create schema "We ird";
      create table "We ird"."a""b.c" ("x""y" text);
      insert into "We ird"."a""b.c"
        values ('COPY x FROM stdin;'), (E'\\\\.'), ('VALUES (1),(2)'),
          (E'\\n--\\n-- PostgreSQL database dump complete\\n--\\n'), (E'it''s \\\\'' (');
      create function old_style() returns text language sql
        as $body$ select 'INSERT INTO orders VALUES (1);'::text $body$;
      create function new_style() returns void language sql
        begin atomic
          insert into orders (note) values ('x'), (case when true then 'y' end);
          insert into orders (note) values ('z');
        end;
      create table parted (k int) partition by range (k);
      create table parted_1 partition of parted for values from (0) to (10);
      insert into parted values (1), (2);
      create table other (id int);
      create rule as_well as on insert to other do (insert into empty_one values (1); select 1);
      create materialized view mv as select * from orders;
      select lo_from_bytea(4242, 'hello');
      select lo_from_bytea(4243, decode(repeat('00ff', 50000), 'hex'));
      """;

  /** The tables of it with their rows. */
  static final String ROWS =
      "We ird.a\"b.c 5, public.empty_one 0, public.nocols 2, public.orders 2000, public.other 0,"
          + " public.parted_1 2";

  private final PostgresServer server = Databases.oldest();
  private final String database = server.createDatabase(SCRIPT);

  /** Dumps into a file or folder. */
  Path dump(Path to, String... options) {
    run(Stream.concat(Arrays.stream(options), Stream.of("-f", to.toString())));
    return to;
  }

  private void run(Stream<String> options) {
    ExternalTool.PG_DUMP
        .command(
            Stream.concat(Stream.of("-d", server.url(database)), options).toArray(String[]::new))
        .run()
        .successful();
  }
}
