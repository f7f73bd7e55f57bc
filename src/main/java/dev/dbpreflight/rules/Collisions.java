package dev.dbpreflight.rules;

import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which objects of a release are in the way of their own creation. Relations of every kind share
 * one name space, and so do types, which every relation has one of.
 */
final class Collisions {
  private final Map<String, SchemaObject> taken = new HashMap<>();

  Collisions(SchemaModel live) {
    live.objects().stream().filter(Collisions::isCreatedByReleases).forEach(this::take);
  }

  /**
   * @param known the schema that the live one is known to have; null when nothing is known, so that
   *     every object of the release is one that it creates
   */
  List<SchemaObject> of(SchemaModel release, SchemaModel known) {
    Set<String> there = new HashSet<>();
    if (known != null) {
      known.objects().forEach(object -> there.add(key(object)));
    }
    return release.objects().stream()
        .filter(Collisions::isCreatedByReleases)
        .filter(object -> !there.contains(key(object)))
        .filter(object -> taken.containsKey(key(object)))
        .toList();
  }

  private void take(SchemaObject object) {
    taken.put(key(object), object);
  }

  /**
   * Schemas, extensions and roles' settings are shared; owned sequences and partitions come with a
   * table.
   */
  private static boolean isCreatedByReleases(SchemaObject object) {
    return switch (object.kind()) {
      case SCHEMA, EXTENSION, DEFAULT_PRIVILEGES, USER_MAPPING -> false;
      case SEQUENCE -> ((Sequence) object).ownedBy().isEmpty();
      case TABLE -> !((Table) object).isPartition();
      default -> true;
    };
  }

  private static String key(SchemaObject object) {
    String space =
        switch (object.kind()) {
          case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, ENUM, COMPOSITE_TYPE, DOMAIN, RANGE ->
              "relation";
          case FUNCTION, PROCEDURE, AGGREGATE -> "routine";
          default -> object.kind().token();
        };
    ObjectName name = object.name();
    return space + '\0' + name.schema() + '\0' + name.name();
  }
}
