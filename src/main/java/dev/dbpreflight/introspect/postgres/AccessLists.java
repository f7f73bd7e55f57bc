package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.Grant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the access control lists of relations grant. Each list is taken apart once, because
 * thousands of relations share a few.
 */
final class AccessLists {

  /**
   * The list of pg_class "c", with the server's built-in one where nothing was ever granted or
   * revoked.
   */
  static final String OF_RELATION =
      """
      coalesce(c.relacl, pg_catalog.acldefault(
        case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))\
      """;

  /**
   * One list.
   *
   * @param text as the server prints it
   */
  record AccessList(String text, List<Grant> grants) {}

  private final Map<String, List<Grant>> grants = new HashMap<>();

  AccessLists(List<AccessList> rows) {
    rows.forEach(row -> grants.put(row.text(), row.grants()));
  }

  // One row per list that a table, view or sequence has; 14 to 18.
  static Query<AccessList> query() {
    return new Query<>(
        "privileges on tables",
        """
        select list.acl::pg_catalog.text as acl, %s
        from (
          select distinct %s as acl from pg_catalog.pg_class c
          where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')) list
        """
            .formatted(CatalogSql.grants("list.acl"), OF_RELATION),
        row -> new AccessList(row.text("acl"), CatalogSql.grants(row).stream().sorted().toList()));
  }

  List<Grant> of(String text) {
    return grants.get(text);
  }
}
