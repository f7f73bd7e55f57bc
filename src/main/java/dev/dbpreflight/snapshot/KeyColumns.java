package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns of one table or view: a key may name no others. */
final class KeyColumns {
  private final Set<String> names = new HashSet<>();
  private final Dialect dialect;

  KeyColumns(List<Column> columns, Dialect dialect) {
    columns.forEach(column -> names.add(column.name()));
    this.dialect = dialect;
  }

  /** Column names that a constraint or index lists; empty when the member is left out. */
  List<String> read(MembersIn in, String member) {
    List<String> listed = in.texts(member);
    for (String column : listed) {
      check(in, member, column);
    }
    return listed;
  }

  /** Column names of a key, of which there must be one at least. */
  List<String> readKey(MembersIn in) {
    List<String> listed = read(in, "columns");
    if (listed.isEmpty()) {
      throw in.impossible("columns", "is empty, expected at least one column", "name the columns");
    }
    return listed;
  }

  void check(MembersIn in, String member, String column) {
    if (!names.contains(column) && !dialect.hiddenColumns().contains(column)) {
      throw in.impossible(
          member,
          "names the column " + Source.quoted(column) + ", which is not among the columns",
          Source.instead(column, names.stream().sorted().toList()));
    }
  }
}
