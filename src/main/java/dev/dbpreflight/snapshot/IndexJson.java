package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.Index.Key;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.snapshot.Node.Members;
import dev.dbpreflight.snapshot.Node.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Indexes; a key that is a column and nothing else is written as its bare name. */
final class IndexJson {

  private IndexJson() {}

  static void write(MembersOut out, List<Index> indexes, Dialect dialect) {
    List<Members> items = new ArrayList<>(indexes.size());
    for (Index index : indexes) {
      items.add(write(index, dialect));
    }
    out.spread("indexes", items);
  }

  private static Members write(Index index, Dialect dialect) {
    List<Node> keys = new ArrayList<>(index.keys().size());
    for (Key key : index.keys()) {
      keys.add(writeKey(key));
    }
    MembersOut out =
        new MembersOut()
            .text("name", index.name())
            .text("method", index.method(), dialect.indexMethod())
            .flag("unique", index.unique(), false)
            .flag("nullsNotDistinct", index.nullsNotDistinct(), false)
            .items("keys", keys)
            .texts("include", index.include())
            .sql("predicate", index.predicate());
    return StorageJson.write(out, index.storage(), "")
        .flag("clustered", index.clustered(), false)
        .flag("valid", index.valid(), true)
        .texts("statistics", index.statistics())
        .lines("comment", index.comment())
        .members();
  }

  static List<Index> read(MembersIn outer, KeyColumns columns, Dialect dialect) {
    List<Index> indexes = new ArrayList<>();
    Map<String, Place> names = new HashMap<>();
    for (MembersIn in : outer.items("indexes")) {
      Index index = readOne(in, columns, dialect);
      in.done();
      in.unique(names, index.name(), "index");
      indexes.add(index);
    }
    return indexes;
  }

  private static Index readOne(MembersIn in, KeyColumns columns, Dialect dialect) {
    return new Index(
        in.text("name"),
        in.text("method", dialect.indexMethod()),
        in.flag("unique", false),
        in.flag("nullsNotDistinct", false),
        readKeys(in, columns),
        columns.read(in, "include"),
        in.sql("predicate"),
        StorageJson.read(in, ""),
        in.flag("clustered", false),
        in.flag("valid", true),
        in.texts("statistics"),
        in.lines("comment"));
  }

  private static Node writeKey(Key key) {
    String text = key.expression().text();
    if (key.equals(Key.of(text))) {
      return new Node.Text(text, Place.NONE);
    }
    MembersOut out = new MembersOut();
    return (key.column() ? out.text("column", text) : out.text("expression", text))
        .text("collation", key.collation(), "")
        .text("operatorClass", key.operatorClass(), "")
        .flag("descending", key.descending(), false)
        .flag("nullsFirst", key.nullsFirst(), false)
        .members();
  }

  private static List<Key> readKeys(MembersIn outer, KeyColumns columns) {
    List<Key> keys = new ArrayList<>();
    for (Node node : outer.nodes("keys")) {
      if (node instanceof Node.Text column) {
        columns.check(outer, "keys", column.value());
        keys.add(Key.of(column.value()));
      } else {
        keys.add(readKey(outer.item("keys", keys.size(), node), columns));
      }
    }
    return keys;
  }

  private static Key readKey(MembersIn in, KeyColumns columns) {
    String column = in.text("column", null);
    String text = column == null ? in.text("expression") : column;
    if (column != null) {
      columns.check(in, "column", column);
    }
    Key key =
        new Key(
            SqlText.of(text),
            column != null,
            in.text("collation", ""),
            in.text("operatorClass", ""),
            in.flag("descending", false),
            in.flag("nullsFirst", false));
    in.done();
    return key;
  }
}
