package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.introspect.postgres.Indexes.OperatorClass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Which operator classes have to be named in an index. One that is the standard of a type can still
 * be a choice: citext has its own, but an index on it can be told to compare as text.
 */
final class OperatorClasses {
  private static final Pattern MODIFIER = Pattern.compile("\\([^)]*\\)");

  /** The standard class of an index method for a type. */
  private record Standard(long method, String type) {}

  /** A use of a class that is a standard, but maybe not for this type. */
  private record Use(long operatorClass, String type) {}

  private final Map<Long, OperatorClass> classes = new HashMap<>();
  private final Set<Standard> standards = new HashSet<>();
  private final Map<Use, Boolean> chosen = new ConcurrentHashMap<>();

  OperatorClasses(List<OperatorClass> rows) {
    for (OperatorClass row : rows) {
      classes.put(row.oid(), row);
      if (row.standard()) {
        standards.add(new Standard(row.method(), row.type()));
      }
    }
  }

  String name(long oid) {
    return classes.get(oid).name();
  }

  /**
   * Whether somebody chose the class.
   *
   * @param type of the key; empty for an expression, whose type is not known
   */
  boolean chosen(long oid, String type) {
    OperatorClass used = classes.get(oid);
    if (!used.standard()) {
      return true;
    }
    return !type.isEmpty()
        && !type.equals(used.type())
        && chosen.computeIfAbsent(new Use(oid, type), use -> hasAnother(used, use.type()));
  }

  private boolean hasAnother(OperatorClass used, String type) {
    String withoutModifier = MODIFIER.matcher(type).replaceFirst("");
    return !withoutModifier.equals(used.type())
        && standards.contains(new Standard(used.method(), withoutModifier));
  }
}
