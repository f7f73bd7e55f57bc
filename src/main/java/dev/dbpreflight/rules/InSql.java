package dev.dbpreflight.rules;

import dev.dbpreflight.model.ObjectName;

/** Names as SQL takes them, whatever they are: always in quotes. */
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
