package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.support.Records;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Copies of a record, each with another value in one component of it or of a record inside. */
final class Variants {
  /**
   * @param component "Table.unlogged"
   */
  record Variant(String component, Object value) {}

  /** Other values for what cannot be chosen freely. */
  private static final Map<String, List<?>> OTHERS = new HashMap<>();

  static {
    OTHERS.put("PrimaryKey.columns", List.of(List.of("b", "a"), List.of("c")));
    OTHERS.put("PrimaryKey.include", List.of(List.of(), List.of("b")));
    OTHERS.put("PrimaryKey.descending", List.of(List.of(), List.of("a")));
    OTHERS.put("Unique.columns", List.of(List.of("b"), List.of("a", "b")));
    OTHERS.put("Unique.descending", List.of(List.of(), List.of("b")));
    OTHERS.put("Unique.include", List.of(List.of(), List.of("b", "c")));
    OTHERS.put("ForeignKey.columns", List.of(List.of("b", "a")));
    OTHERS.put("ForeignKey.referencedColumns", List.of(List.of("y", "x")));
    OTHERS.put("ForeignKey.onDeleteColumns", List.of(List.of(), List.of("a", "b")));
    OTHERS.put("Exclusion.include", List.of(List.of(), List.of("a")));
    OTHERS.put("Index.include", List.of(List.of(), List.of("a")));
    OTHERS.put("Extension.name", List.of(ObjectName.global("another")));
    OTHERS.put("TextSearchObject.kind", Samples.textSearchKinds());
    OTHERS.put("Column.position", List.of(4, 10));
    OTHERS.put("SequenceOptions.increment", List.of(1L, -1L, 3L, Long.MIN_VALUE));
    OTHERS.put("SequenceOptions.minimum", List.of(1L, 4L, 5L, Long.MIN_VALUE));
    OTHERS.put("SequenceOptions.maximum", List.of(2147483647L, 999L, Long.MAX_VALUE));
  }

  private static final List<String> STRINGS =
      List.of(
          "", "another", "ORIGIN", "heap", "DEFAULT", "btree", "NO ACTION", "bigint", "100", "0");
  private static final List<String> TEXTS =
      List.of("", "\n", "another", "a\nb", "a\r\nb\r\n", "\n\n", "\r", " a \u0000\ud800\u202e\n😀");

  private final Set<String> seen = new TreeSet<>();

  /** "Record.component" of everything that was changed so far. */
  Set<String> seen() {
    return seen;
  }

  List<Variant> of(Record record) {
    List<Variant> variants = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String key = record.getClass().getSimpleName() + "." + component.getName();
      Object value = Records.get(record, component);
      for (Variant inner : of(key, value)) {
        Object copy = Records.with(record, component.getName(), inner.value());
        variants.add(new Variant(inner.component(), copy));
        seen.add(key);
      }
    }
    return variants;
  }

  /** Other values for one value, each with the innermost component that it differs in. */
  private List<Variant> of(String key, Object value) {
    if (OTHERS.containsKey(key)) {
      return plain(key, value, OTHERS.get(key));
    }
    return switch (value) {
      case Boolean flag -> plain(key, value, List.of(!flag));
      case Integer number -> plain(key, value, List.of(number + 1, -1, Integer.MIN_VALUE));
      case Long number -> plain(key, value, List.of(number + 1, 1L, Long.MAX_VALUE));
      case String text -> strings(key, text);
      case SqlText text -> sqlTexts(key, text);
      case ObjectKind kind -> throw new IllegalArgumentException(key);
      case Enum<?> constant ->
          plain(key, value, List.of(constant.getDeclaringClass().getEnumConstants()));
      case Optional<?> optional -> optionals(key, optional);
      case List<?> list -> lists(key, list);
      case Record record -> of(record);
      default -> throw new IllegalArgumentException("no other value for " + key);
    };
  }

  private static List<Variant> plain(String key, Object value, List<?> others) {
    List<Variant> variants = new ArrayList<>();
    for (Object other : others) {
      if (!other.equals(value)) {
        variants.add(new Variant(key, other));
      }
    }
    return variants;
  }

  private static List<Variant> strings(String key, String text) {
    List<String> others = new ArrayList<>(STRINGS);
    others.add(text + " more");
    if (key.endsWith(".comment") || key.equals("Collation.rules")) {
      others.addAll(TEXTS);
    }
    return plain(key, text, others);
  }

  private List<Variant> sqlTexts(String key, SqlText text) {
    seen.add("SqlText.text");
    List<SqlText> others = new ArrayList<>();
    if (key.equals("Key.expression")) {
      others.add(SqlText.of("b"));
      others.add(SqlText.of("lower(b)\n"));
      return plain(key, text, others);
    }
    TEXTS.forEach(other -> others.add(SqlText.of(other)));
    return plain(key, text, others);
  }

  private List<Variant> optionals(String key, Optional<?> optional) {
    List<Variant> variants = new ArrayList<>(plain(key, optional, List.of(Optional.empty())));
    for (Variant inner : of(key, optional.orElseThrow())) {
      variants.add(new Variant(inner.component(), Optional.of(inner.value())));
    }
    return variants;
  }

  private List<Variant> lists(String key, List<?> list) {
    List<Variant> variants = new ArrayList<>();
    boolean columns = list.getFirst() instanceof Column;
    if (!columns) {
      variants.add(new Variant(key, List.of()));
      variants.add(new Variant(key, list.subList(0, 1)));
    }
    // The first columns are those that keys name; the first key is a bare column.
    boolean lastOnly = columns || list.getFirst() instanceof Index.Key;
    for (int i = lastOnly ? list.size() - 1 : 0; i < list.size(); i++) {
      for (Variant inner : of(key, list.get(i))) {
        List<Object> copy = new ArrayList<>(list);
        copy.set(i, inner.value());
        variants.add(new Variant(inner.component(), copy));
      }
    }
    return variants;
  }
}
