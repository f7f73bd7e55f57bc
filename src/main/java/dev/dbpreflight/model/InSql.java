package dev.dbpreflight.model;

/** Names as SQL takes them, in questions and in remedies: always in quotes that nothing can end. */
public final class InSql {
  private InSql() {}

  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  public static String name(ObjectName name) {
    return name.schema().isEmpty()
        ? name(name.name())
        : name(name.schema()) + "." + name(name.name());
  }
}
