package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same texts come again and again in thousands of rows: one copy of each is enough. */
final class Words {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, SqlText> sql = new HashMap<>();
  private final Map<Storage, Storage> storages = new HashMap<>();

  String one(String text) {
    String first = texts.putIfAbsent(text, text);
    return first == null ? text : first;
  }

  /** Empty for NULL. */
  SqlText sql(String text) {
    return text == null ? SqlText.NONE : sql.computeIfAbsent(text, SqlText::of);
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
