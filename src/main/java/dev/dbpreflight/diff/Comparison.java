package dev.dbpreflight.diff;

import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.TableMember;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** One comparison of two schemas while it runs. */
final class Comparison {
  private final Dialect dialect;
  private final Set<Aspect> aspects;
  private final MemberNames memberNames;
  private final List<Change> changes = new ArrayList<>();

  Comparison(Dialect dialect, Set<Aspect> aspects) {
    this.dialect = dialect;
    this.aspects = aspects;
    this.memberNames = new MemberNames(dialect);
  }

  List<Change> changes() {
    return changes.stream().sorted(Change.ORDER).toList();
  }

  void objects(List<SchemaObject> expected, List<SchemaObject> actual) {
    match(expected, actual, this::keys, ObjectRef::of, this::object);
  }

  private List<Object> keys(List<SchemaObject> objects) {
    List<Object> keys = new ArrayList<>(objects.size());
    for (SchemaObject object : objects) {
      ObjectName name = object.name();
      keys.add(List.of(object.kind(), name.schema(), dialect.nameKey(name.name())));
    }
    return keys;
  }

  private void object(SchemaObject expected, SchemaObject actual) {
    ObjectRef ref = ObjectRef.of(expected);
    record(Shapes.of(expected), expected, actual, ref, expected.name());
  }

  private void member(ObjectName owner, ObjectRef ref, TableMember expected, TableMember actual) {
    record(Shapes.of(expected), expected, actual, ref, owner);
  }

  private <T> void record(
      Shape<T> shape, Object expected, Object actual, ObjectRef ref, ObjectName owner) {
    T wanted = shape.type().cast(expected);
    T found = shape.type().cast(actual);
    for (Property<T> property : shape.properties()) {
      if (property.aspect().isEmpty() || aspects.contains(property.aspect().get())) {
        property(
            ref, property.name(), property.facet().apply(wanted), property.facet().apply(found));
      }
    }
    for (Function<T, List<? extends TableMember>> part : shape.parts()) {
      parts(
          owner,
          Collections.unmodifiableList(part.apply(wanted)),
          Collections.unmodifiableList(part.apply(found)));
    }
  }

  private void parts(ObjectName owner, List<TableMember> expected, List<TableMember> actual) {
    if (expected.equals(actual)) {
      return;
    }
    match(
        expected,
        actual,
        memberNames::keys,
        member -> memberNames.ref(owner, member),
        (wanted, found) -> member(owner, memberNames.ref(owner, wanted), wanted, found));
    if (aspects.contains(Aspect.COLUMN_ORDER)) {
      ColumnOrder.compare(owner, columns(expected), columns(actual), dialect, changes::add);
    }
  }

  private static List<Column> columns(List<TableMember> members) {
    return members.stream().filter(Column.class::isInstance).map(Column.class::cast).toList();
  }

  /** The one comparison of two lists: by key, whatever the order. */
  private <T> void match(
      List<T> expected,
      List<T> actual,
      Function<List<T>, List<Object>> keys,
      Function<T, ObjectRef> ref,
      BiConsumer<T, T> compare) {
    Map<Object, T> left = new LinkedHashMap<>();
    List<Object> actualKeys = keys.apply(actual);
    for (int at = 0; at < actual.size(); at++) {
      left.put(actualKeys.get(at), actual.get(at));
    }
    List<Object> expectedKeys = keys.apply(expected);
    for (int at = 0; at < expected.size(); at++) {
      T wanted = expected.get(at);
      T found = left.remove(expectedKeys.get(at));
      if (found == null) {
        changes.add(new ObjectMissing(ref.apply(wanted)));
      } else if (!wanted.equals(found)) {
        compare.accept(wanted, found);
      }
    }
    left.values().forEach(found -> changes.add(new ObjectUnexpected(ref.apply(found))));
  }

  private void property(ObjectRef ref, String name, Facet expected, Facet actual) {
    if (expected.equals(actual)) {
      return;
    }
    if (!sameNames(expected.names(), actual.names())
        || !dialect.shared(expected.exact()).equals(dialect.shared(actual.exact()))
        || expected.texts().size() != actual.texts().size()) {
      changes.add(new PropertyDiffers(ref, name, expected.words(), actual.words()));
      return;
    }
    texts(ref, name, expected, actual);
  }

  private void texts(ObjectRef ref, String name, Facet expected, Facet actual) {
    Optional<String> excuse = Optional.empty();
    for (int at = 0; at < expected.texts().size(); at++) {
      String wanted = expected.texts().get(at);
      String found = actual.texts().get(at);
      if (!dialect.sameText(wanted, found)) {
        // An absent text is never another spelling of a present one.
        boolean absent = wanted.isEmpty() || found.isEmpty();
        excuse = absent ? Optional.empty() : dialect.excuse(wanted, found);
        if (excuse.isEmpty()) {
          changes.add(new PropertyDiffers(ref, name, expected.words(), actual.words()));
          return;
        }
      }
    }
    excuse.ifPresent(
        reason ->
            changes.add(new PropertyUnclear(ref, name, expected.words(), actual.words(), reason)));
  }

  private boolean sameNames(List<String> expected, List<String> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int at = 0; at < expected.size(); at++) {
      if (!dialect.sameName(expected.get(at), actual.get(at))) {
        return false;
      }
    }
    return true;
  }
}
