package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.introspect.postgres.Columns.Attribute;
import dev.dbpreflight.introspect.postgres.Columns.NotNull;
import dev.dbpreflight.introspect.postgres.Constraints.ConstraintRow;
import dev.dbpreflight.introspect.postgres.Indexes.IndexRow;
import dev.dbpreflight.introspect.postgres.Relations.Parent;
import dev.dbpreflight.introspect.postgres.Relations.Relation;
import dev.dbpreflight.introspect.postgres.Sequences.SequenceRow;
import dev.dbpreflight.introspect.postgres.TableParts.Part;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.Identity;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.Inheritance;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Policy;
import dev.dbpreflight.model.RewriteRule;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.Trigger;
import dev.dbpreflight.model.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the parts of relations together: the rows of the catalog find each other by oid. */
final class Assembly {
  private final Map<Long, Relation> relations = new HashMap<>();
  private final Map<Long, TableColumns> columns = new HashMap<>();
  private final Map<Long, List<IndexRow>> indexes = new HashMap<>();
  private final Map<Long, IndexRow> indexByOid = new HashMap<>();
  private final Map<Long, List<ObjectName>> parents = new HashMap<>();
  private final Map<Long, Map<Integer, NotNull>> notNulls = new HashMap<>();
  private final Map<Long, Map<Integer, Identity>> identities = new HashMap<>();
  private final Map<Long, SequenceRow> sequences = new HashMap<>();
  private final Map<Long, List<ConstraintRow>> constraints = new HashMap<>();
  private final Set<Long> constraintIndexes = new HashSet<>();
  private final Map<Long, List<Trigger>> triggers = new HashMap<>();
  private final Map<Long, List<RewriteRule>> rules = new HashMap<>();
  private final Map<Long, List<Policy>> policies = new HashMap<>();

  private final KeyWords keyWords;
  private final CheckTexts checkTexts;

  Assembly(KeyWords keyWords, CheckTexts checkTexts) {
    this.keyWords = keyWords;
    this.checkTexts = checkTexts;
  }

  void addRelations(
      List<Relation> relationRows, List<Attribute> attributes, List<IndexRow> indexRows) {
    relationRows.forEach(relation -> relations.put(relation.oid(), relation));
    addColumns(attributes);
    for (IndexRow index : indexRows) {
      indexByOid.put(index.oid(), index);
      append(indexes, index.table(), index);
    }
  }

  /** The columns of a relation mostly stand together. */
  private void addColumns(List<Attribute> attributes) {
    long relation = 0;
    TableColumns table = TableColumns.NONE;
    for (Attribute attribute : attributes) {
      if (attribute.relation() != relation) {
        relation = attribute.relation();
        table = columns.computeIfAbsent(relation, oid -> new TableColumns());
      }
      table.add(attribute);
    }
  }

  void addParents(List<Parent> rows) {
    rows.forEach(row -> append(parents, row.child(), row.name()));
  }

  void addNotNulls(List<NotNull> rows) {
    for (NotNull row : rows) {
      notNulls.computeIfAbsent(row.relation(), oid -> new HashMap<>()).put(row.column(), row);
    }
  }

  void addSequences(List<SequenceRow> rows) {
    for (SequenceRow row : rows) {
      sequences.put(row.oid(), row);
      if (row.identity()) {
        // Whether always or by default is a matter of the column.
        identities
            .computeIfAbsent(row.table(), oid -> new HashMap<>())
            .put(row.column(), new Identity(true, row.options()));
      }
    }
  }

  void addConstraints(List<ConstraintRow> rows) {
    for (ConstraintRow row : rows) {
      if (row.index() != 0) {
        constraintIndexes.add(row.index());
      }
      append(constraints, row.table(), row);
    }
  }

  void addParts(
      List<Part<Trigger>> triggerRows,
      List<Part<RewriteRule>> ruleRows,
      List<Part<Policy>> policyRows) {
    triggerRows.forEach(row -> append(triggers, row.relation(), row.member()));
    ruleRows.forEach(row -> append(rules, row.relation(), row.member()));
    policyRows.forEach(row -> append(policies, row.relation(), row.member()));
  }

  List<SchemaObject> objects() {
    ConstraintWords constraintWords =
        new ConstraintWords(
            keyWords, this::columnsOf, oid -> relations.get(oid).name(), checkTexts);
    // All rows are in: from here on everything is only read, so that relations do not wait for each
    // other.
    return relations.values().parallelStream()
        .filter(Relation::listed)
        .flatMap(relation -> object(relation, constraintWords))
        .toList();
  }

  /** None for a sequence that belongs to an identity column. */
  private Stream<SchemaObject> object(Relation relation, ConstraintWords words) {
    return switch (relation.kind()) {
      case 'r', 'p', 'f' -> Stream.of(table(relation, words));
      case 'v', 'm' -> Stream.of(view(relation));
      case 'S' -> sequence(relation).stream();
      default -> throw new IllegalStateException("relkind " + relation.kind());
    };
  }

  private Table table(Relation relation, ConstraintWords constraintWords) {
    long oid = relation.oid();
    return new Table(
        relation.name(),
        form(relation.kind()),
        relation.unlogged(),
        columns(relation),
        constraints(relation, constraintWords),
        indexes(relation),
        triggers.getOrDefault(oid, List.of()),
        policies.getOrDefault(oid, List.of()),
        rules.getOrDefault(oid, List.of()),
        inheritance(relation),
        relation.storage(),
        relation.rowSecurity(),
        relation.ofType(),
        replicaIdentity(relation),
        relation.foreignServer(),
        relation.foreignOptions(),
        false,
        false,
        SqlText.NONE,
        relation.attributes());
  }

  private Inheritance inheritance(Relation relation) {
    List<ObjectName> found = parents.getOrDefault(relation.oid(), List.of());
    return found.isEmpty() && relation.partitionKey().isEmpty()
        ? Inheritance.NONE
        : new Inheritance(found, relation.partitionKey(), relation.partitionBound());
  }

  private static Table.Form form(char kind) {
    return switch (kind) {
      case 'p' -> Table.Form.PARTITIONED;
      case 'f' -> Table.Form.FOREIGN;
      default -> Table.Form.ORDINARY;
    };
  }

  private String replicaIdentity(Relation relation) {
    return switch (relation.replicaIdentity()) {
      case 'f' -> "FULL";
      case 'n' -> "NOTHING";
      case 'i' ->
          indexes.getOrDefault(relation.oid(), List.of()).stream()
              .filter(IndexRow::replicaIdentity)
              .map(index -> "INDEX " + index.name())
              .findFirst()
              .orElse("INDEX (dropped)");
      default -> "DEFAULT";
    };
  }

  private View view(Relation relation) {
    boolean materialized = relation.kind() == 'm';
    Storage storage = relation.storage();
    return new View(
        relation.name(),
        materialized,
        columns(relation),
        relation.definition(),
        materialized ? List.of() : storage.options(),
        indexes(relation),
        triggers.getOrDefault(relation.oid(), List.of()),
        rules.getOrDefault(relation.oid(), List.of()),
        materialized ? storage : Storage.DEFAULT,
        relation.attributes());
  }

  private Optional<SchemaObject> sequence(Relation relation) {
    SequenceRow row = sequences.get(relation.oid());
    if (row == null || row.identity()) {
      return Optional.empty();
    }
    Relation owner = relations.get(row.table());
    String ownedBy =
        owner == null ? "" : owner.name() + "." + columnsOf(row.table()).name(row.column());
    return Optional.of(
        new Sequence(
            relation.name(), row.options(), ownedBy, relation.unlogged(), relation.attributes()));
  }

  private List<Column> columns(Relation relation) {
    Map<Integer, NotNull> named = notNulls.getOrDefault(relation.oid(), Map.of());
    Map<Integer, Identity> counted = identities.getOrDefault(relation.oid(), Map.of());
    List<Column> found = new ArrayList<>();
    for (Attribute attribute : columnsOf(relation.oid()).inOrder()) {
      Optional<Identity> identity =
          Optional.ofNullable(counted.get(attribute.number()))
              .map(known -> new Identity(attribute.identity() == 'a', known.options()));
      found.add(
          Columns.complete(
              attribute.column(),
              found.size() + 1,
              Optional.ofNullable(named.get(attribute.number())),
              identity));
    }
    return found;
  }

  private List<Constraint> constraints(Relation relation, ConstraintWords words) {
    return constraints.getOrDefault(relation.oid(), List.of()).stream()
        // What a partition has from its parent is told there.
        .filter(row -> !row.attached())
        .filter(row -> !(row.inherited() && !relation.partitionBound().isEmpty()))
        .map(row -> words.constraint(row, indexByOid.get(row.index())))
        .toList();
  }

  private List<Index> indexes(Relation relation) {
    return indexes.getOrDefault(relation.oid(), List.of()).stream()
        .filter(index -> !index.attached() && !constraintIndexes.contains(index.oid()))
        .map(index -> index(index))
        .toList();
  }

  private Index index(IndexRow index) {
    TableColumns table = columnsOf(index.table());
    return new Index(
        index.name(),
        index.method(),
        index.unique(),
        index.nullsNotDistinct(),
        keyWords.keys(index, table),
        KeyWords.include(index, table),
        index.predicate(),
        index.storage(),
        index.clustered(),
        index.valid(),
        index.statistics(),
        index.comment());
  }

  private TableColumns columnsOf(long relation) {
    return columns.getOrDefault(relation, TableColumns.NONE);
  }

  private static <T> void append(Map<Long, List<T>> lists, long oid, T value) {
    lists.computeIfAbsent(oid, key -> new ArrayList<>()).add(value);
  }
}
