package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.LiveFacts.CollationDrift;
import dev.dbpreflight.model.LiveFacts.NotRead;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import java.util.List;
import java.util.stream.Stream;

/**
 * The versions of the collations that something uses, as recorded and as the library has them now.
 */
final class CollationVersions {

  /**
   * @param actual empty when the library knows no versions of this locale
   */
  private record Versions(String name, String recorded, String actual) {

    static Versions of(Row row) {
      return new Versions(row.text("name"), row.textOrEmpty("recorded"), row.textOrEmpty("actual"));
    }

    boolean differ() {
      return !recorded.isEmpty() && !actual.isEmpty() && !recorded.equals(actual);
    }

    CollationDrift drift() {
      return new CollationDrift(name, recorded, actual);
    }
  }

  // One row per collation with a recorded version that something uses. The inner query comes first,
  // so that the library is not asked about the hundreds that nobody uses; 14 to 18.
  private final Query<Versions> collations =
      new Query<>(
          "versions of collations",
          """
          with used as materialized (
            select distinct d.refobjid as oid from pg_catalog.pg_depend d
            where d.refclassid = 'pg_catalog.pg_collation'::pg_catalog.regclass)
          select n.nspname || '.' || c.collname as name, c.collversion as recorded,
            pg_catalog.pg_collation_actual_version(c.oid) as actual
          from used
          join pg_catalog.pg_collation c on c.oid = used.oid
          join pg_catalog.pg_namespace n on n.oid = c.collnamespace
          where c.collversion is not null
          order by n.nspname, c.collname, c.collencoding
          """,
          Versions::of);

  private final Query<Versions> ofDatabase;

  CollationVersions(int major) {
    ofDatabase = ofDatabase(major);
  }

  // One row: the database's default collation; 14 records no version of it, 15 to 18 do. The
  // locales "C" and "POSIX" have none.
  private static Query<Versions> ofDatabase(int major) {
    return new Query<>(
        "version of the default collation",
        """
        select 'default of database ' || d.datname as name, %s as recorded, %s as actual
        from pg_catalog.pg_database d
        where d.datname = pg_catalog.current_database()
        """
            .formatted(
                major >= 15 ? "d.datcollversion" : "null",
                major >= 15
                    ? "pg_catalog.pg_database_collation_actual_version(d.oid)"
                    : "case when d.datcollate !~ '^(C|POSIX)($|\\.)' then 'not known' end"),
        Versions::of);
  }

  List<Query<?>> queries() {
    return List.of(collations, ofDatabase);
  }

  List<CollationDrift> drifts(Answers answers) {
    return Stream.concat(answers.of(collations).stream(), answers.of(ofDatabase).stream())
        .filter(Versions::differ)
        .map(Versions::drift)
        .toList();
  }

  List<NotRead> notRead(Answers answers) {
    return answers.of(ofDatabase).stream()
        .filter(versions -> versions.recorded().isEmpty() && !versions.actual().isEmpty())
        .map(
            versions ->
                new NotRead(
                    ObjectRef.of(ObjectKind.COLLATION, new ObjectName("pg_catalog", "default")),
                    "version of the collation \"" + versions.name() + "\"",
                    "the server recorded none when the database was made",
                    "PostgreSQL 15 and ALTER DATABASE … REFRESH COLLATION VERSION record one"))
        .toList();
  }
}
