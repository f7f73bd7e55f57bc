package dev.dbpreflight.introspect.postgres;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.introspect.postgres.Columns.Attribute;
import dev.dbpreflight.introspect.postgres.Indexes.IndexRow;
import dev.dbpreflight.introspect.postgres.Indexes.Named;
import dev.dbpreflight.introspect.postgres.Indexes.OperatorClass;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Tells what the keys of an index are: the numbers of the catalog become names. */
final class KeyWords {
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  /**
   * pg_collation's row for "the database's default", which a column has unless it says otherwise.
   */
  private static final long DEFAULT_COLLATION = 100;

  private final OperatorClasses operatorClasses;
  private final Map<Long, String> collations = new HashMap<>();

  KeyWords(Answers answers, Query<OperatorClass> operatorClassQuery, Query<Named> collationQuery) {
    operatorClasses = new OperatorClasses(answers.of(operatorClassQuery));
    answers.of(collationQuery).forEach(named -> collations.put(named.oid(), named.name()));
  }

  List<Index.Key> keys(IndexRow index, TableColumns columns) {
    List<Index.Key> keys = new ArrayList<>(index.keyCount());
    Iterator<String> expressions = index.expressions().iterator();
    for (int position = 0; position < index.keyCount(); position++) {
      keys.add(key(index, position, columns, expressions));
    }
    return keys;
  }

  /** The columns that are carried along; expressions cannot be. */
  static List<String> include(IndexRow index, TableColumns columns) {
    if (index.attributes().length == index.keyCount()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int position = index.keyCount(); position < index.attributes().length; position++) {
      names.add(columns.name(index.attributes()[position]));
    }
    return names;
  }

  private Index.Key key(
      IndexRow index, int position, TableColumns columns, Iterator<String> expressions) {
    long number = index.attributes()[position];
    Attribute column = number == 0 ? null : columns.get(number);
    long flags = index.flags()[position];
    return new Index.Key(
        column == null ? SqlText.of(expressions.next()) : column.text(),
        column != null,
        collation(index.collations()[position], column),
        operatorClass(index, position, column == null ? "" : column.column().type()),
        (flags & DESCENDING) != 0,
        (flags & NULLS_FIRST) != 0);
  }

  private String collation(long used, Attribute column) {
    long own = column == null ? 0 : column.collation();
    return used == 0 || used == (own == 0 ? DEFAULT_COLLATION : own)
        ? ""
        : collations.getOrDefault(used, "");
  }

  private String operatorClass(IndexRow index, int position, String type) {
    long used = index.operatorClasses()[position];
    String name = operatorClasses.chosen(used, type) ? operatorClasses.name(used) : "";
    if (index.classOptions().isEmpty()) {
      return name;
    }
    String key = (position + 1) + "=";
    String options =
        index.classOptions().stream()
            .filter(option -> option.startsWith(key))
            .map(option -> option.substring(key.length()))
            .sorted()
            .collect(joining(", "));
    return options.isEmpty() ? name : name + "(" + options + ")";
  }

  /** As ALTER TABLE … ADD EXCLUDE spells it, but for quotes. */
  static String element(Index.Key key, String operator) {
    StringBuilder element = new StringBuilder(key.expression().text());
    if (!key.collation().isEmpty()) {
      element.append(" COLLATE ").append(key.collation());
    }
    if (!key.operatorClass().isEmpty()) {
      element.append(' ').append(key.operatorClass());
    }
    if (key.descending()) {
      element.append(" DESC");
    }
    if (key.nullsFirst() != key.descending()) {
      element.append(key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }
    return element.append(" WITH ").append(operator).toString();
  }
}
