package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Constraint.Deferral;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Constraints of tables, in one list as the model has them; the kind says which members there are.
 */
final class ConstraintJson {
  private static final Choice<Deferral> DEFERRAL =
      new Choice<Deferral>()
          .word("not-deferrable", Deferral.NOT_DEFERRABLE)
          .word("initially-immediate", Deferral.INITIALLY_IMMEDIATE)
          .word("initially-deferred", Deferral.INITIALLY_DEFERRED);
  private static final String PRIMARY_KEY = "primary-key";
  private static final String UNIQUE = "unique";
  private static final String FOREIGN_KEY = "foreign-key";
  private static final String CHECK = "check";
  private static final String EXCLUSION = "exclusion";

  private ConstraintJson() {}

  static void write(MembersOut out, List<Constraint> constraints, Dialect dialect) {
    List<Members> items = new ArrayList<>(constraints.size());
    for (Constraint constraint : constraints) {
      items.add(write(constraint, dialect));
    }
    out.spread("constraints", items);
  }

  private static Members write(Constraint constraint, Dialect dialect) {
    MembersOut out = new MembersOut().text("kind", kind(constraint));
    if (!dialect.looseConstraints() || !constraint.name().isEmpty()) {
      out.text("name", constraint.name());
    }
    switch (constraint) {
      case Constraint.PrimaryKey key -> KeyJson.write(out, key);
      case Constraint.Unique key -> KeyJson.write(out, key);
      case Constraint.ForeignKey key -> ForeignKeyJson.write(out, key);
      case Constraint.Check check -> CheckJson.write(out, check);
      case Constraint.Exclusion exclusion -> ExclusionJson.write(out, exclusion);
    }
    return out.lines("comment", constraint.comment()).members();
  }

  private static String kind(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key -> PRIMARY_KEY;
      case Constraint.Unique key -> UNIQUE;
      case Constraint.ForeignKey key -> FOREIGN_KEY;
      case Constraint.Check check -> CHECK;
      case Constraint.Exclusion exclusion -> EXCLUSION;
    };
  }

  static List<Constraint> read(MembersIn outer, KeyColumns columns, Dialect dialect) {
    List<Constraint> constraints = new ArrayList<>();
    Map<String, Place> names = new HashMap<>();
    for (MembersIn in : outer.items("constraints")) {
      Constraint constraint = readOne(in, columns, dialect);
      in.done();
      if (!dialect.looseConstraints()) {
        in.unique(names, constraint.name(), constraint.kind().words());
      }
      constraints.add(constraint);
    }
    return constraints;
  }

  private static Constraint readOne(MembersIn in, KeyColumns columns, Dialect dialect) {
    String kind = in.text("kind");
    String name = dialect.looseConstraints() ? in.text("name", "") : in.text("name");
    return switch (kind) {
      case PRIMARY_KEY -> KeyJson.readPrimaryKey(in, name, columns);
      case UNIQUE -> KeyJson.readUnique(in, name, columns);
      case FOREIGN_KEY -> ForeignKeyJson.read(in, name, columns, dialect);
      case CHECK -> CheckJson.read(in, name);
      case EXCLUSION -> ExclusionJson.read(in, name, columns);
      default ->
          throw in.wrong(
              "kind",
              Source.alternatives(List.of(PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION)));
    };
  }

  static MembersOut writeDeferral(MembersOut out, Deferral deferral) {
    return out.choice("deferral", DEFERRAL, deferral, Deferral.NOT_DEFERRABLE);
  }

  static Deferral readDeferral(MembersIn in) {
    return in.choice("deferral", DEFERRAL, Deferral.NOT_DEFERRABLE);
  }
}
