package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.LiveLook;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.LiveFacts.NotRead;
import dev.dbpreflight.model.LiveFacts.SequencePosition;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at what the schema does not tell: where sequences stand, which collations changed, whether
 * this is a good moment. Two round trips, whatever the number of objects; what the database refuses
 * is told as not read.
 */
final class LiveReader {
  private final Session session;
  private final SchemaModel schema;
  private final ConditionReader conditions;
  private final CollationVersions collations;
  private final Query<SequenceUse> uses = SequenceUses.query();

  private LiveReader(Session session, SchemaModel schema, Optional<String> migratingRole) {
    this.session = session;
    this.schema = schema;
    this.conditions = new ConditionReader(session, migratingRole);
    this.collations = new CollationVersions(session.version().major());
  }

  static LiveLook read(Session session, SchemaModel schema) {
    return read(session, schema, Optional.empty());
  }

  static LiveLook read(Session session, SchemaModel schema, Optional<String> migratingRole) {
    return new LiveReader(session, schema, migratingRole).read();
  }

  private LiveLook read() {
    List<Query<?>> first = new ArrayList<>(aboutData());
    first.addAll(conditions.queries());
    try {
      Answers answers = session.ask(first);
      return new LiveLook(facts(answers), conditions.read(answers));
    } catch (ProblemException refused) {
      return new LiveLook(factsAlone(), conditions.readOneByOne(session));
    }
  }

  private List<Query<?>> aboutData() {
    List<Query<?>> queries = new ArrayList<>(collations.queries());
    queries.add(uses);
    return queries;
  }

  private LiveFacts factsAlone() {
    try {
      return facts(session.ask(aboutData()));
    } catch (ProblemException e) {
      return new LiveFacts(
          List.of(),
          List.of(),
          List.of(
              refused(ObjectKind.SEQUENCE, "positions of sequences", e),
              refused(ObjectKind.COLLATION, "versions of collations", e)));
    }
  }

  private LiveFacts facts(Answers answers) {
    List<NotRead> notRead = new ArrayList<>(collations.notRead(answers));
    List<SequencePosition> positions = List.of();
    try {
      SequencePositions sequences = SequencePositions.read(session, answers.of(uses), schema);
      positions = sequences.positions();
      notRead.addAll(sequences.notRead());
    } catch (ProblemException e) {
      notRead.add(refused(ObjectKind.SEQUENCE, "positions of sequences", e));
    }
    return new LiveFacts(positions, collations.drifts(answers), notRead);
  }

  /** All objects of the kind are meant. */
  private static NotRead refused(ObjectKind kind, String facts, ProblemException refusal) {
    return new NotRead(
        ObjectRef.of(kind, ObjectName.global("*")),
        facts,
        refusal.problem().what(),
        refusal.problem().next());
  }
}
