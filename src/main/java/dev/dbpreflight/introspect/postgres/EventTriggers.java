package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.EventTrigger;
import dev.dbpreflight.model.ObjectName;

/** Event triggers. */
final class EventTriggers {

  private EventTriggers() {}

  // One row per event trigger; 14 to 18.
  static Query<EventTrigger> query() {
    return new Query<>(
        "event triggers",
        """
        select e.evtname as name, e.evtevent as event, e.evttags as tags, %s as function,
          case e.evtenabled when 'O' then 'ORIGIN' when 'D' then 'DISABLED'
            when 'R' then 'REPLICA' when 'A' then 'ALWAYS' end as enabled,
          %s
        from pg_catalog.pg_event_trigger e
        %s
        -- members of extensions go with them
        where %s
        """
            .formatted(
                CatalogSql.function("e.evtfoid"),
                CatalogSql.attributesWithoutGrants("e.evtowner"),
                CatalogSql.commentOn("pg_event_trigger", "e.oid"),
                CatalogSql.ownObject("pg_event_trigger", "e.oid")),
        row ->
            new EventTrigger(
                ObjectName.global(row.text("name")),
                row.text("event"),
                row.texts("tags"),
                row.text("function"),
                row.text("enabled"),
                CatalogSql.attributes(row)));
  }
}
