package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Inheritance;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.Table.Form;
import dev.dbpreflight.model.Table.RowSecurity;
import dev.dbpreflight.snapshot.Node.Members;
import java.util.ArrayList;
import java.util.List;

/** Tables: what they are, then their parts, then what environments differ in. */
final class TableJson {
  private static final Choice<Form> FORM =
      new Choice<Form>()
          .word("ordinary", Form.ORDINARY)
          .word("partitioned", Form.PARTITIONED)
          .word("foreign", Form.FOREIGN)
          .word("virtual", Form.VIRTUAL);
  private static final Choice<RowSecurity> ROW_SECURITY =
      new Choice<RowSecurity>()
          .word("disabled", RowSecurity.DISABLED)
          .word("enabled", RowSecurity.ENABLED)
          .word("forced", RowSecurity.FORCED);

  private TableJson() {}

  static MembersOut write(Table table, Dialect dialect) {
    MembersOut out =
        new MembersOut()
            .name(table.name())
            .choice("form", FORM, table.form(), Form.ORDINARY)
            .flag("unlogged", table.unlogged(), false)
            .text("ofType", table.ofType(), "")
            .flag("strict", table.strict(), false)
            .flag("withoutRowid", table.withoutRowid(), false)
            .sql("module", table.module())
            .text("foreignServer", table.foreignServer(), "")
            .texts("foreignOptions", table.foreignOptions());
    writeInheritance(out, table.inheritance());
    ColumnJson.write(out, table.columns());
    ConstraintJson.write(out, table.constraints(), dialect);
    IndexJson.write(out, table.indexes(), dialect);
    TriggerJson.write(out, table.triggers(), table.rules());
    out.choice("rowSecurity", ROW_SECURITY, table.rowSecurity(), RowSecurity.DISABLED);
    PolicyJson.write(out, table.policies());
    out.text("replicaIdentity", table.replicaIdentity(), dialect.replicaIdentity());
    StorageJson.write(out, table.storage(), dialect.accessMethod(table.form()));
    return AttributesJson.write(out, table.attributes());
  }

  static Table read(MembersIn in, Dialect dialect) {
    ObjectName name = in.name();
    Form form = in.choice("form", FORM, Form.ORDINARY);
    List<Column> columns = ColumnJson.read(in);
    KeyColumns keyColumns = new KeyColumns(columns, dialect);
    return new Table(
        name,
        form,
        in.flag("unlogged", false),
        columns,
        ConstraintJson.read(in, keyColumns, dialect),
        IndexJson.read(in, keyColumns, dialect),
        TriggerJson.readTriggers(in),
        PolicyJson.read(in),
        TriggerJson.readRules(in),
        readInheritance(in),
        StorageJson.read(in, dialect.accessMethod(form)),
        in.choice("rowSecurity", ROW_SECURITY, RowSecurity.DISABLED),
        in.text("ofType", ""),
        in.text("replicaIdentity", dialect.replicaIdentity()),
        in.text("foreignServer", ""),
        in.texts("foreignOptions"),
        in.flag("strict", false),
        in.flag("withoutRowid", false),
        in.sql("module"),
        AttributesJson.read(in));
  }

  private static void writeInheritance(MembersOut out, Inheritance inheritance) {
    List<Members> parents = new ArrayList<>();
    for (ObjectName parent : inheritance.parents()) {
      parents.add(new MembersOut().name(parent).members());
    }
    out.items("parents", parents)
        .sql("partitionKey", inheritance.partitionKey())
        .sql("partitionBound", inheritance.partitionBound());
  }

  private static Inheritance readInheritance(MembersIn in) {
    List<ObjectName> parents = new ArrayList<>();
    for (MembersIn parent : in.items("parents")) {
      parents.add(parent.name());
      parent.done();
    }
    return new Inheritance(parents, in.sql("partitionKey"), in.sql("partitionBound"));
  }
}
