package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Subscription;

/**
 * Subscriptions of this database. Only the columns that every role may read: asking for the
 * connection string would fail for most and show a password to the rest.
 */
final class Subscriptions {

  private Subscriptions() {}

  // One row per subscription. What came after 14 is told only where it is not at its default, so
  // that versions can be compared; 14 to 18.
  static Query<Subscription> query(int major) {
    return new Query<>(
        "subscriptions",
        """
        select s.subname as name, s.subenabled as enabled, s.subpublications as publications,
          pg_catalog.array_remove(array[
            'binary=' || s.subbinary::pg_catalog.text,
            'slot_name=' || coalesce(s.subslotname, 'NONE'),
            'synchronous_commit=' || s.subsynccommit,
            %s%s%s%s], null) as options,
          %s
        from pg_catalog.pg_subscription s
        %s
        -- the catalog is shared by all databases of the server
        where s.subdbid = (
            select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
          -- members of extensions go with them
          and %s
        """
            .formatted(
                streaming(major),
                major >= 15
                    ? """
                    , case when s.subtwophasestate <> 'd' then 'two_phase=true' end,
                    case when s.subdisableonerr then 'disable_on_error=true' end\
                    """
                    : "",
                major >= 16
                    ? """
                    , case when not s.subpasswordrequired then 'password_required=false' end,
                    case when s.subrunasowner then 'run_as_owner=true' end,
                    case when s.suborigin <> 'any' then 'origin=' || s.suborigin end\
                    """
                    : "",
                major >= 17 ? ", case when s.subfailover then 'failover=true' end" : "",
                CatalogSql.attributesWithoutGrants("s.subowner"),
                CatalogSql.commentOn("pg_subscription", "s.oid"),
                CatalogSql.ownObject("pg_subscription", "s.oid")),
        row ->
            new Subscription(
                ObjectName.global(row.text("name")),
                row.flag("enabled"),
                row.texts("publications"),
                row.texts("options"),
                CatalogSql.attributes(row)));
  }

  /** A flag up to 15, a letter since. */
  private static String streaming(int major) {
    return major >= 16
        ? """
        'streaming=' || case s.substream when 't' then 'on' when 'p' then 'parallel' else 'off' end\
        """
        : "'streaming=' || case when s.substream then 'on' else 'off' end";
  }
}
