package dev.dbpreflight.introspect.postgres;

import static java.util.Comparator.comparing;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.model.LiveFacts.NotRead;
import dev.dbpreflight.model.LiveFacts.SequencePosition;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the sequences of a schema stand against the values of the columns that they fill. All of
 * them are asked in one round trip, some hundred to a statement.
 *
 * @param positions sorted by sequence and column
 */
record SequencePositions(List<SequencePosition> positions, List<NotRead> notRead) {

  /**
   * Bounds the locks that one statement takes (a sequence, a table and its indexes each), which
   * share a table of some thousands with everybody else on the server.
   */
  private static final int USES_PER_STATEMENT = 200;

  /**
   * What was read for one use.
   *
   * @param value the last value given, or the first one to come; empty when that is not told
   * @param called whether a value was given already
   */
  private record Probed(int use, OptionalLong value, boolean called, OptionalLong highest) {

    static Probed of(Row row) {
      return new Probed(
          (int) row.number("use"),
          optional(row, "value"),
          row.flag("called"),
          optional(row, "highest"));
    }

    private static OptionalLong optional(Row row, String column) {
      return row.isNull(column) ? OptionalLong.empty() : OptionalLong.of(row.number(column));
    }
  }

  /**
   * @param found of which only those count that belong to the schema: a provider's own are none of
   *     our business
   * @throws dev.dbpreflight.problem.ProblemException as {@link Session#ask(List)}
   */
  static SequencePositions read(Session session, List<SequenceUse> found, SchemaModel schema) {
    List<SequenceUse> uses = ofSchema(found, schema);
    List<Integer> asked =
        IntStream.range(0, uses.size())
            .filter(use -> uses.get(use).sequenceObstacle().isEmpty())
            .boxed()
            .toList();
    List<Query<Probed>> queries = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += USES_PER_STATEMENT) {
      int to = Math.min(asked.size(), from + USES_PER_STATEMENT);
      queries.add(statement(uses, asked.subList(from, to)));
    }
    Answers answers = session.ask(List.copyOf(queries));
    Probed[] probed = new Probed[uses.size()];
    queries.forEach(query -> answers.of(query).forEach(row -> probed[row.use()] = row));
    return interpreted(uses, probed);
  }

  private static List<SequenceUse> ofSchema(List<SequenceUse> uses, SchemaModel schema) {
    Set<ObjectName> tables = names(schema, ObjectKind.TABLE);
    Set<ObjectName> sequences = names(schema, ObjectKind.SEQUENCE);
    return uses.stream()
        .filter(
            use ->
                use.fillsColumn()
                    ? tables.contains(use.table())
                    : sequences.contains(use.sequence()))
        .sorted(
            comparing(SequenceUse::sequence)
                .thenComparing(SequenceUse::table)
                .thenComparing(SequenceUse::column))
        .toList();
  }

  private static Set<ObjectName> names(SchemaModel schema, ObjectKind kind) {
    return schema.objects().stream()
        .filter(object -> object.kind() == kind)
        .map(SchemaObject::name)
        .collect(Collectors.toSet());
  }

  private static Query<Probed> statement(List<SequenceUse> uses, List<Integer> asked) {
    return new Query<>(
        "highest values of columns",
        asked.stream()
            .map(number -> probe(number, uses.get(number)))
            .collect(Collectors.joining("\nunion all\n")),
        Probed::of);
  }

  /** Without SELECT on the sequence only the last value is told, and none for a sequence unused. */
  private static String probe(int number, SequenceUse use) {
    boolean selectable = use.startObstacle().isEmpty();
    return "select %d as use, %s as value, %s as called, (%s)::pg_catalog.int8 as highest%s"
        .formatted(
            number,
            selectable ? "s.last_value" : "pg_catalog.pg_sequence_last_value(" + use.oid() + ")",
            selectable ? "s.is_called" : "true",
            use.probe().isEmpty() ? "null" : use.probe(),
            selectable ? " from " + use.sequenceSql() + " s" : "");
  }

  private static SequencePositions interpreted(List<SequenceUse> uses, Probed[] probed) {
    List<SequencePosition> positions = new ArrayList<>();
    List<NotRead> notRead = new ArrayList<>();
    for (int number = 0; number < probed.length; number++) {
      SequenceUse use = uses.get(number);
      Probed read = probed[number];
      if (read == null) {
        use.sequenceObstacle().map(use::positionNotRead).ifPresent(notRead::add);
      } else if (read.value().isEmpty()) {
        use.startObstacle().map(use::positionNotRead).ifPresent(notRead::add);
      } else {
        positions.add(position(use, read));
      }
      // Also where the position is not known: who asks for rights should do it once.
      use.columnObstacle().map(use::highestNotRead).ifPresent(notRead::add);
    }
    return new SequencePositions(positions, notRead);
  }

  private static SequencePosition position(SequenceUse use, Probed read) {
    long value = read.value().getAsLong();
    return new SequencePosition(
        use.reference(),
        use.sequence(),
        read.called() ? use.after(value) : value,
        use.increment(),
        use.limit(),
        read.highest());
  }
}
