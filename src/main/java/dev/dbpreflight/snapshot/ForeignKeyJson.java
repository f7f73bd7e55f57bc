package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Constraint.ForeignKey;
import dev.dbpreflight.model.ObjectName;
import java.util.List;

/** Foreign keys; the referenced columns stand beside the name of the referenced table. */
final class ForeignKeyJson {

  private ForeignKeyJson() {}

  static void write(MembersOut out, ForeignKey key) {
    MembersOut references =
        new MembersOut().name(key.references()).texts("columns", key.referencedColumns());
    out.texts("columns", key.columns())
        .members("references", references.members())
        .text("onUpdate", key.onUpdate(), "NO ACTION")
        .text("onDelete", key.onDelete(), "NO ACTION")
        .texts("onDeleteColumns", key.onDeleteColumns())
        .text("match", key.match(), "SIMPLE");
    ConstraintJson.writeDeferral(out, key.deferral())
        .flag("validated", key.validated(), true)
        .flag("enforced", key.enforced(), true)
        .flag("period", key.period(), false);
  }

  static ForeignKey read(MembersIn in, String name, KeyColumns keyColumns, Dialect dialect) {
    List<String> columns = keyColumns.readKey(in);
    MembersIn references = in.needMembers("references");
    ObjectName referenced = references.name();
    List<String> referencedColumns = references.texts("columns");
    boolean implied = referencedColumns.isEmpty() && dialect.looseConstraints();
    if (referencedColumns.size() != columns.size() && !implied) {
      throw references.impossible(
          "columns",
          "has " + referencedColumns.size() + " columns, the foreign key has " + columns.size(),
          "list as many referenced columns as the foreign key has");
    }
    references.done();
    return new ForeignKey(
        name,
        columns,
        referenced,
        referencedColumns,
        in.text("onUpdate", "NO ACTION"),
        in.text("onDelete", "NO ACTION"),
        keyColumns.read(in, "onDeleteColumns"),
        in.text("match", "SIMPLE"),
        ConstraintJson.readDeferral(in),
        in.flag("validated", true),
        in.flag("enforced", true),
        in.flag("period", false),
        in.lines("comment"));
  }
}
