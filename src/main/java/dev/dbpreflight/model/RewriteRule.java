package dev.dbpreflight.model;

/**
 * A rule in PostgreSQL's sense (CREATE RULE); the one behind a view is the view's definition.
 *
 * @param definition the whole statement
 * @param enabled as in {@link Trigger}
 */
public record RewriteRule(String name, SqlText definition, String enabled, String comment)
    implements TableMember {

  @Override
  public ObjectKind kind() {
    return ObjectKind.RULE;
  }
}
