package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
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

/**
 * Looks at what the schema does not tell: where sequences stand, which collations changed. Two
 * round trips, whatever the number of sequences; what the database refuses becomes a {@link
 * NotRead}.
 */
final class LiveFactsReader {

  private LiveFactsReader() {}

  static LiveFacts read(Session session, SchemaModel schema) {
    Query<SequenceUse> uses = SequenceUses.query();
    CollationVersions collations = new CollationVersions(session.version().major());
    List<Query<?>> first = new ArrayList<>(collations.queries());
    first.add(uses);
    Answers answers;
    try {
      answers = session.ask(first);
    } catch (ProblemException e) {
      return new LiveFacts(
          List.of(),
          List.of(),
          List.of(
              refused(ObjectKind.SEQUENCE, "positions of sequences", e),
              refused(ObjectKind.COLLATION, "versions of collations", e)));
    }
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
