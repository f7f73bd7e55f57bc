package dev.dbpreflight.diff;

import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.TableMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What parts of a table are known by: their names, or, for the unnamed constraints of SQLite, what
 * they say.
 */
final class MemberNames {
  private final Dialect dialect;

  MemberNames(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * One key per member; two unnamed constraints that say the same are told apart by their number.
   */
  List<Object> keys(List<TableMember> members) {
    List<Object> keys = new ArrayList<>(members.size());
    Map<Object, Integer> seen = new HashMap<>();
    for (TableMember member : members) {
      Object key = List.of(member.kind(), ownKey(member));
      int number = member.name().isEmpty() ? seen.merge(key, 1, Integer::sum) : 1;
      keys.add(List.of(key, number));
    }
    return keys;
  }

  /** Points at a member; an unnamed one is called by what it says: "(owner_id)". */
  ObjectRef ref(ObjectName owner, TableMember member) {
    if (!member.name().isEmpty() || !(member instanceof Constraint constraint)) {
      return ObjectRef.of(owner, member);
    }
    return new ObjectRef(
        member.kind(), owner.schema(), owner.name(), "(" + content(constraint) + ")");
  }

  private Object ownKey(TableMember member) {
    if (!member.name().isEmpty() || !(member instanceof Constraint constraint)) {
      return dialect.nameKey(member.name());
    }
    return switch (constraint) {
      // A table has one, so that another list of columns is a change of the key.
      case Constraint.PrimaryKey ignored -> "";
      case Constraint.Check check -> dialect.canonical(check.expression().text());
      case Constraint other -> dialect.nameKey(content(other));
    };
  }

  private static String content(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> String.join(", ", key.columns());
      case Constraint.Unique key -> String.join(", ", key.columns());
      case Constraint.ForeignKey key -> String.join(", ", key.columns());
      case Constraint.Check check -> check.expression().text();
      case Constraint.Exclusion exclusion -> String.join(", ", exclusion.elements());
    };
  }
}
