package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same texts come again and again in thousands of rows: one copy of each is enough. */
final class Words {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, SqlText> sql = new HashMap<>();
  private final Map<String, List<Grant>> grants = new HashMap<>();
  private final Map<Storage, Storage> storages = new HashMap<>();
  private final Map<String, long[]> numbers = new HashMap<>();

  String one(String text) {
    String first = texts.putIfAbsent(text, text);
    return first == null ? text : first;
  }

  /** Empty for NULL. */
  SqlText sql(String text) {
    return text == null ? SqlText.NONE : sql.computeIfAbsent(text, SqlText::of);
  }

  /** A list of numbers, which nobody changes; empty for NULL. */
  long[] numbers(String text) {
    return text == null ? Numbers.of(null) : numbers.computeIfAbsent(text, Numbers::of);
  }

  /** From the column grants. */
  List<Grant> grants(Row row) {
    String text = row.text("grants");
    return text == null ? List.of() : grants.computeIfAbsent(text, list -> grantsIn(row));
  }

  private static List<Grant> grantsIn(Row row) {
    return CatalogSql.grants(row).stream().sorted().toList();
  }

  /** From the columns owner, grants and comment. */
  Attributes attributes(Row row) {
    return new Attributes(one(row.text("owner")), grants(row), row.textOrEmpty("comment"));
  }

  /** From the columns access_method, tablespace and options. */
  Storage storage(Row row) {
    List<String> options = row.texts("options");
    Storage storage =
        new Storage(row.textOrEmpty("access_method"), row.textOrEmpty("tablespace"), options);
    Storage first = storages.putIfAbsent(storage, storage);
    return first == null ? storage : first;
  }
}
