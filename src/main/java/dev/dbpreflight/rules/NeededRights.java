package dev.dbpreflight.rules;

import dev.dbpreflight.diff.Change;
import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.diff.SchemaDiff;
import dev.dbpreflight.model.Constraint.ForeignKey;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Schema;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.rules.Evidence.Expected;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a role must have rights for to bring the live schema to the release's. What exists in the
 * live schema alone counts as dropped only if the recorded revision has it: else it is somebody
 * else's.
 *
 * @param owned live objects that are altered or dropped, each with its owner
 * @param schemas live schemas that objects are created or altered in
 * @param createsIn those of them that objects are created in
 * @param inDatabase what is created in the database itself: schemas, extensions, publications
 * @param referred live tables that new foreign keys refer to
 */
public record NeededRights(
    Map<ObjectRef, String> owned,
    SortedSet<String> schemas,
    SortedSet<String> createsIn,
    SortedSet<ObjectRef> inDatabase,
    SortedSet<ObjectName> referred) {

  private static final Set<ObjectKind> WITH_INDEX =
      Set.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE, ObjectKind.EXCLUSION);

  static NeededRights of(SchemaModel live, SchemaModel release, Optional<Expected> recorded) {
    Set<ObjectRef> dropped = new HashSet<>();
    recorded.ifPresent(
        known ->
            compare(release, known.schema()).stream()
                .filter(ObjectUnexpected.class::isInstance)
                .map(Change::object)
                .forEach(dropped::add));
    Collector collector = new Collector(live, release);
    for (Change change : compare(release, live)) {
      switch (change) {
        case ObjectMissing missing -> collector.created(missing.object());
        case PropertyDiffers differing -> collector.altered(differing.object());
        case ObjectUnexpected unexpected -> {
          if (dropped.contains(unexpected.object())) {
            collector.altered(unexpected.object());
          }
        }
        case PropertyUnclear unclear -> {
          // Nobody knows whether there is anything to do.
        }
      }
    }
    return collector.needed;
  }

  private static List<Change> compare(SchemaModel release, SchemaModel live) {
    return new SchemaDiff(Set.of()).compare(release, live);
  }

  private static final class Collector {
    private final Map<ObjectRef, String> owners = new HashMap<>();
    private final Set<String> live = new HashSet<>();
    private final Set<ObjectName> tables = new HashSet<>();
    private final SchemaModel release;
    private final NeededRights needed =
        new NeededRights(
            new HashMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    Collector(SchemaModel live, SchemaModel release) {
      this.release = release;
      for (SchemaObject object : live.objects()) {
        if (!object.attributes().owner().isEmpty()) {
          owners.put(ObjectRef.of(object), object.attributes().owner());
        }
      }
      live.all(Schema.class).forEach(schema -> this.live.add(schema.name().name()));
      live.tables().forEach(table -> tables.add(table.name()));
    }

    void created(ObjectRef object) {
      if (!object.table().isEmpty()) {
        createdPart(object);
      } else if (object.schema().isEmpty()) {
        switch (object.kind()) {
          case SCHEMA, EXTENSION, PUBLICATION -> needed.inDatabase().add(object);
          default -> {
            // Casts, event triggers and their like: what they take is not a right on something.
          }
        }
      } else {
        createsIn(object.schema());
        if (object.kind() == ObjectKind.TABLE) {
          refersTo(new ObjectName(object.schema(), object.name()), "");
        }
      }
    }

    /** A trigger takes a privilege that need not be the owner's. */
    private void createdPart(ObjectRef part) {
      if (part.kind() != ObjectKind.TRIGGER) {
        altered(part);
      }
      if (WITH_INDEX.contains(part.kind())) {
        createsIn(part.schema());
      }
      if (part.kind() == ObjectKind.FOREIGN_KEY) {
        refersTo(new ObjectName(part.schema(), part.table()), part.name());
      }
    }

    void altered(ObjectRef object) {
      String name = object.table().isEmpty() ? object.name() : object.table();
      List<ObjectKind> kinds =
          object.table().isEmpty()
              ? List.of(object.kind())
              : List.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);
      for (ObjectKind kind : kinds) {
        ObjectRef whole = new ObjectRef(kind, object.schema(), "", name);
        if (owners.containsKey(whole)) {
          needed.owned().put(whole, owners.get(whole));
          if (live.contains(object.schema())) {
            needed.schemas().add(object.schema());
          }
        }
      }
    }

    private void createsIn(String schema) {
      if (live.contains(schema)) {
        needed.schemas().add(schema);
        needed.createsIn().add(schema);
      }
    }

    /** All foreign keys of the table where no name is given. */
    private void refersTo(ObjectName table, String key) {
      release.table(table).stream()
          .flatMap(found -> found.constraints(ForeignKey.class).stream())
          .filter(found -> key.isEmpty() || found.name().equals(key))
          .map(ForeignKey::references)
          .filter(tables::contains)
          .forEach(needed.referred()::add);
    }
  }
}
