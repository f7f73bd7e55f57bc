package dev.dbpreflight.rules;

import dev.dbpreflight.diff.Change;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.model.Constraint.ForeignKey;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.rules.Evidence.Expected;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The live tables that a release needs a lock on: those that it alters or drops, and those that its
 * new foreign keys refer to.
 */
final class TouchedTables {
  private final SchemaModel live;
  private final Optional<SchemaModel> release;
  private SortedSet<ObjectName> found;

  TouchedTables(SchemaModel live, Optional<Expected> release) {
    this.live = live;
    this.release = release.map(Expected::schema);
  }

  /** Empty where nobody said what the release leads to. Compared once, when somebody asks. */
  Optional<SortedSet<ObjectName>> all() {
    if (found == null && release.isPresent()) {
      found = Collections.unmodifiableSortedSet(behindChanges(release.get()));
    }
    return Optional.ofNullable(found);
  }

  private SortedSet<ObjectName> behindChanges(SchemaModel release) {
    SortedSet<ObjectName> touched = new TreeSet<>();
    List<Change> changes = new SchemaDiff(Set.of()).compare(release, live);
    changes.stream()
        .map(Change::object)
        .flatMap(object -> behind(object, release))
        .forEach(touched::add);
    touched.removeIf(name -> live.table(name).isEmpty());
    return touched;
  }

  private static Stream<ObjectName> behind(ObjectRef object, SchemaModel release) {
    ObjectName table =
        new ObjectName(object.schema(), object.table().isEmpty() ? object.name() : object.table());
    boolean isTable = object.kind() == ObjectKind.TABLE;
    if (object.table().isEmpty() && !isTable) {
      return Stream.empty();
    }
    return Stream.concat(Stream.of(table), referred(release, table, isTable ? "" : object.name()));
  }

  /** What a foreign key of the release refers to; all of the table's where no name is given. */
  private static Stream<ObjectName> referred(SchemaModel release, ObjectName table, String name) {
    return release.table(table).stream()
        .map(Table::constraints)
        .flatMap(List::stream)
        .filter(constraint -> name.isEmpty() || constraint.name().equals(name))
        .filter(ForeignKey.class::isInstance)
        .map(constraint -> ((ForeignKey) constraint).references());
  }
}
