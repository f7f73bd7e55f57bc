package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Column.Generated;
import dev.dbpreflight.model.Identity;
import dev.dbpreflight.model.SequenceOptions;
import dev.dbpreflight.snapshot.Node.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns of tables, views and composite types, one per line. The position is where the column
 * stands in the list, so that a new column does not touch the lines of those behind it.
 */
final class ColumnJson {
  private static final Choice<Generated> GENERATED =
      new Choice<Generated>()
          .word("never", Generated.NEVER)
          .word("stored", Generated.STORED)
          .word("virtual", Generated.VIRTUAL);

  private ColumnJson() {}

  static void write(MembersOut out, List<Column> columns) {
    List<Members> items = new ArrayList<>(columns.size());
    int position = 0;
    for (Column column : columns) {
      items.add(write(column, position + 1));
      position = column.position();
    }
    out.spread("columns", items);
  }

  private static Members write(Column column, int expectedPosition) {
    MembersOut out =
        new MembersOut()
            .text("name", column.name())
            .number("position", column.position(), expectedPosition)
            .text("type", column.type())
            .text("collation", column.collation(), "")
            .flag("notNull", column.notNull(), false)
            .text("notNullName", column.notNullName(), "")
            .texts("notNullOptions", column.notNullOptions())
            .sql("defaultExpression", column.defaultExpression())
            .choice("generated", GENERATED, column.generated(), Generated.NEVER)
            .sql("generationExpression", column.generationExpression());
    column.identity().ifPresent(identity -> writeIdentity(out, identity));
    out.text("storage", column.storage(), "")
        .text("compression", column.compression(), "")
        .number("statisticsTarget", column.statisticsTarget(), -1)
        .texts("options", column.options())
        .flag("inherited", column.inherited(), false);
    GrantJson.write(out, column.grants());
    return out.lines("comment", column.comment()).members();
  }

  static List<Column> read(MembersIn outer) {
    List<Column> columns = new ArrayList<>();
    Map<String, Node.Place> names = new HashMap<>();
    int position = 0;
    for (MembersIn in : outer.items("columns")) {
      Column column = read(in, position + 1);
      in.unique(names, column.name(), "column");
      if (column.position() <= position) {
        throw in.impossible(
            "position",
            "is " + column.position() + ", expected more than " + position,
            "put the columns into the order of their positions");
      }
      position = column.position();
      columns.add(column);
    }
    return columns;
  }

  private static Column read(MembersIn in, int expectedPosition) {
    Column column =
        new Column(
            in.text("name"),
            in.integer("position", expectedPosition),
            in.text("type"),
            in.text("collation", ""),
            in.flag("notNull", false),
            in.text("notNullName", ""),
            in.texts("notNullOptions"),
            in.sql("defaultExpression"),
            in.choice("generated", GENERATED, Generated.NEVER),
            in.sql("generationExpression"),
            readIdentity(in),
            in.text("storage", ""),
            in.text("compression", ""),
            in.integer("statisticsTarget", -1),
            in.texts("options"),
            in.flag("inherited", false),
            GrantJson.read(in),
            in.lines("comment"));
    in.done();
    return column;
  }

  private static void writeIdentity(MembersOut out, Identity identity) {
    MembersOut inner = new MembersOut().flag("always", identity.always());
    out.members("identity", SequenceOptionsJson.write(inner, identity.options()).members());
  }

  private static Optional<Identity> readIdentity(MembersIn outer) {
    MembersIn in = outer.members("identity");
    if (in == null) {
      return Optional.empty();
    }
    boolean always = in.flag("always");
    SequenceOptions options = SequenceOptionsJson.read(in);
    in.done();
    return Optional.of(new Identity(always, options));
  }
}
