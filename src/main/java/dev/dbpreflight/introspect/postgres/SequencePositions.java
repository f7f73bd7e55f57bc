package dev.dbpreflight.introspect.postgres;

import static java.util.Comparator.comparing;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.postgres.SequenceUse.Obstacle;
import dev.dbpreflight.model.LiveFacts.NotRead;
import dev.dbpreflight.model.LiveFacts.SequencePosition;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the sequences of a schema stand against the values of the columns that they fill. Whatever
 * has to be read from tables is read in one round trip, many tables to a statement.
 */
final class SequencePositions {

  /** Bounds the size of a statement, and so the memory that planning it takes. */
  private static final int PROBES_PER_STATEMENT = 200;

  /**
   * What was read for one use.
   *
   * @param first what a sequence that has given no value yet gives first
   * @param highest of the column
   */
  private record Probed(int use, OptionalLong first, OptionalLong highest) {}

  private final List<SequenceUse> uses;

  private SequencePositions(List<SequenceUse> uses) {
    this.uses = uses;
  }

  /**
   * Of the uses only those that belong to the schema: a provider's own are none of our business.
   */
  static SequencePositions of(List<SequenceUse> uses, SchemaModel schema) {
    Set<ObjectName> tables = names(schema, ObjectKind.TABLE);
    Set<ObjectName> sequences = names(schema, ObjectKind.SEQUENCE);
    return new SequencePositions(
        uses.stream()
            .filter(
                use ->
                    use.fillsColumn()
                        ? tables.contains(use.table())
                        : sequences.contains(use.sequence()))
            .sorted(
                comparing(SequenceUse::sequence)
                    .thenComparing(SequenceUse::table)
                    .thenComparing(SequenceUse::column))
            .toList());
  }

  private static Set<ObjectName> names(SchemaModel schema, ObjectKind kind) {
    return schema.objects().stream()
        .filter(object -> object.kind() == kind)
        .map(SchemaObject::name)
        .collect(Collectors.toSet());
  }

  List<NotRead> notRead() {
    List<NotRead> notRead = new ArrayList<>();
    for (SequenceUse use : uses) {
      Optional<Obstacle> position = use.positionObstacle();
      position.ifPresent(obstacle -> notRead.add(use.positionNotRead(obstacle)));
      if (position.isEmpty()) {
        use.columnObstacle().ifPresent(obstacle -> notRead.add(use.highestNotRead(obstacle)));
      }
    }
    return notRead;
  }

  /** Asks the tables, in one round trip; none when there is nothing to ask. */
  List<SequencePosition> positions(Session session) {
    List<Integer> asked =
        IntStream.range(0, uses.size()).filter(use -> hasToAsk(uses.get(use))).boxed().toList();
    List<Query<Probed>> queries = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += PROBES_PER_STATEMENT) {
      int to = Math.min(asked.size(), from + PROBES_PER_STATEMENT);
      queries.add(statement(asked.subList(from, to)));
    }
    Probed[] probed = new Probed[uses.size()];
    if (!queries.isEmpty()) {
      Answers answers = session.ask(List.copyOf(queries));
      queries.forEach(query -> answers.of(query).forEach(row -> probed[row.use()] = row));
    }
    return positions(probed);
  }

  /** Without asking the tables: only the sequences whose next value is known anyway. */
  List<SequencePosition> positionsWithoutProbes() {
    return positions(new Probed[uses.size()]);
  }

  private static boolean hasToAsk(SequenceUse use) {
    return use.positionObstacle().isEmpty() && (use.last().isEmpty() || !use.probe().isEmpty());
  }

  private Query<Probed> statement(List<Integer> asked) {
    return new Query<>(
        "highest values of columns",
        asked.stream().map(this::probe).collect(Collectors.joining("\nunion all\n")),
        row ->
            new Probed(
                (int) row.number("use"),
                row.isNull("first") ? OptionalLong.empty() : OptionalLong.of(row.number("first")),
                row.isNull("highest")
                    ? OptionalLong.empty()
                    : OptionalLong.of(row.number("highest"))));
  }

  private String probe(int number) {
    SequenceUse use = uses.get(number);
    String first =
        use.last().isPresent() ? "null" : "(select last_value from " + use.sequenceSql() + ")";
    String highest = use.probe().isEmpty() ? "null" : "(" + use.probe() + ")";
    return "select %d as use, %s::pg_catalog.int8 as first, %s::pg_catalog.int8 as highest"
        .formatted(number, first, highest);
  }

  private List<SequencePosition> positions(Probed[] probed) {
    List<SequencePosition> positions = new ArrayList<>();
    for (int number = 0; number < uses.size(); number++) {
      SequenceUse use = uses.get(number);
      Probed read = probed[number];
      OptionalLong next =
          use.last().isPresent() || read == null ? use.nextAfterLast() : read.first();
      if (next.isPresent()) {
        positions.add(
            new SequencePosition(
                use.reference(),
                use.sequence(),
                next.getAsLong(),
                use.increment(),
                use.limit(),
                read == null ? OptionalLong.empty() : read.highest()));
      }
    }
    return positions;
  }
}
