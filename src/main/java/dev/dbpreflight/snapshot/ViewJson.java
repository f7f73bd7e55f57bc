package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.View;
import java.util.List;

/** Views and materialized views, which stand in two groups. */
final class ViewJson {

  private ViewJson() {}

  static MembersOut write(View view, Dialect dialect) {
    MembersOut out = new MembersOut().name(view.name()).texts("options", view.options());
    ColumnJson.write(out, view.columns());
    out.sql("definition", view.definition());
    IndexJson.write(out, view.indexes(), dialect);
    TriggerJson.write(out, view.triggers(), view.rules());
    StorageJson.write(out, view.storage(), method(view.materialized(), dialect));
    return AttributesJson.write(out, view.attributes());
  }

  static View read(MembersIn in, boolean materialized, Dialect dialect) {
    ObjectName name = in.name();
    List<Column> columns = ColumnJson.read(in);
    return new View(
        name,
        materialized,
        columns,
        in.sql("definition"),
        in.texts("options"),
        IndexJson.read(in, new KeyColumns(columns, dialect), dialect),
        TriggerJson.readTriggers(in),
        TriggerJson.readRules(in),
        StorageJson.read(in, method(materialized, dialect)),
        AttributesJson.read(in));
  }

  private static String method(boolean materialized, Dialect dialect) {
    return materialized ? dialect.accessMethod() : "";
  }
}
