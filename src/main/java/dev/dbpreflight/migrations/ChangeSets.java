package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationFile.WayDown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Understands the change sets of a changelog's tree. */
final class ChangeSets {
  /** What a change set holds beside its changes; the attributes of XML are here too. */
  private static final Set<String> NO_CHANGES =
      Set.of(
          "id",
          "author",
          "dbms",
          "context",
          "contextFilter",
          "labels",
          "runAlways",
          "runOnChange",
          "runInTransaction",
          "failOnError",
          "onValidationFail",
          "objectQuotingStrategy",
          "created",
          "runOrder",
          "ignore",
          "runWith",
          "runWithSpoolFile",
          "logicalFilePath",
          "filePath",
          "validCheckSum",
          "preConditions",
          "comment",
          "rollback",
          "modifySql");

  /** Changes that Liquibase takes back by itself (asked of its version 5.0.4). */
  private static final Set<String> TAKEN_BACK =
      Set.of(
          "addColumn",
          "addDefaultValue",
          "addForeignKeyConstraint",
          "addLookupTable",
          "addNotNullConstraint",
          "addPrimaryKey",
          "addUniqueConstraint",
          "createIndex",
          "createSequence",
          "createTable",
          "createView",
          "dropNotNullConstraint",
          "empty",
          "output",
          "renameColumn",
          "renameSequence",
          "renameTable",
          "renameView",
          "tagDatabase");

  /** Changes that it does not; one that is in neither list is an extension's or a program. */
  private static final Set<String> NOT_TAKEN_BACK =
      Set.of(
          "addAutoIncrement",
          "alterSequence",
          "createProcedure",
          "delete",
          "dropAllForeignKeyConstraints",
          "dropColumn",
          "dropDefaultValue",
          "dropForeignKeyConstraint",
          "dropIndex",
          "dropPrimaryKey",
          "dropProcedure",
          "dropSequence",
          "dropTable",
          "dropUniqueConstraint",
          "dropView",
          "executeCommand",
          "insert",
          "loadData",
          "loadUpdateData",
          "mergeColumns",
          "modifyDataType",
          "setColumnRemarks",
          "setTableRemarks",
          "sql",
          "sqlFile",
          "stop",
          "update");

  private final ChangelogFiles files;
  private final ChangelogProperties properties;

  ChangeSets(ChangelogFiles files, ChangelogProperties properties) {
    this.files = files;
    this.properties = properties;
  }

  /**
   * @param changelog the path of the file that it is in
   */
  ChangeSetDraft read(ChangelogNode node, String changelog) {
    List<ChangelogNode> changes = changes(node);
    boolean repeatable = node.is("runOnChange") || node.is("runAlways");
    boolean visited = node.child("modifySql").isPresent();
    return new ChangeSetDraft(
        properties.expand(node.value("id")),
        properties.expand(node.value("author")),
        properties.expand(node.value("logicalFilePath")),
        node.line(),
        repeatable ? Kind.REPEATABLE : Kind.VERSIONED,
        !node.isNot("runInTransaction"),
        wayDown(node, changes),
        properties.expand(node.value("dbms")),
        chosen(node),
        node.is("ignore"),
        node.all("validCheckSum").stream().map(ChangeSets::checksum).toList(),
        visited ? null : sql(changes, changelog));
  }

  /** Whether a run's contexts or labels may leave this out. */
  static boolean chosen(ChangelogNode node) {
    return !node.value("context").isEmpty()
        || !node.value("contextFilter").isEmpty()
        || !node.value("labels").isEmpty();
  }

  private static String checksum(ChangelogNode node) {
    return node.child("checkSum").map(inner -> inner.text().strip()).orElse(node.text().strip());
  }

  private static List<ChangelogNode> changes(ChangelogNode node) {
    Optional<ChangelogNode> list = node.child("changes");
    return list.isPresent()
        ? list.get().children()
        : node.children().stream().filter(child -> !NO_CHANGES.contains(child.name())).toList();
  }

  private static WayDown wayDown(ChangelogNode node, List<ChangelogNode> changes) {
    if (node.child("rollback").isPresent()) {
      return WayDown.PRESENT;
    }
    if (changes.stream().anyMatch(change -> NOT_TAKEN_BACK.contains(change.name()))) {
      return WayDown.ABSENT;
    }
    return changes.stream().allMatch(change -> TAKEN_BACK.contains(change.name()))
        ? WayDown.PRESENT
        : WayDown.UNKNOWN;
  }

  private List<String> sql(List<ChangelogNode> changes, String changelog) {
    List<String> all = new ArrayList<>();
    for (ChangelogNode change : changes) {
      Optional<String> sql = sql(change, changelog);
      if (sql.isEmpty() || !change.value("dbms").isEmpty()) {
        return null;
      }
      all.add(sql.get());
    }
    return all.isEmpty() ? null : all;
  }

  private Optional<String> sql(ChangelogNode change, String changelog) {
    Optional<String> text =
        switch (change.name()) {
          case "sql" ->
              Optional.of(change.child("sql").map(ChangelogNode::text).orElse(change.text()));
          case "sqlFile" -> fileOf(change, changelog);
          default -> Optional.empty();
        };
    return text.map(properties::expand).filter(sql -> !ChangelogProperties.open(sql));
  }

  private Optional<String> fileOf(ChangelogNode change, String changelog) {
    String path = properties.expand(change.value("path"));
    String file =
        change.is("relativeToChangelogFile")
            ? ChangelogPath.beside(changelog, path)
            : ChangelogPath.normal(path);
    if (path.isEmpty() || ChangelogProperties.open(path)) {
      return Optional.empty();
    }
    String encoding = change.value("encoding");
    boolean readable = encoding.isEmpty() || encoding.equalsIgnoreCase("UTF-8");
    if (!files.has(file)) {
      files.cannotRead(changelog, change.line(), "names \"" + path + "\", which does not exist");
      return Optional.empty();
    }
    return readable ? files.text(file) : Optional.empty();
  }
}
