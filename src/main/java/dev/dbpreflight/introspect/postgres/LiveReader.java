package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.LiveLook;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.LiveFacts.CollationDrift;
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
  private static final String POSITIONS = "positions of sequences";

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

  /** Apart, so that one refusal does not hide the other. */
  private LiveFacts factsAlone() {
    List<NotRead> notRead = new ArrayList<>();
    List<CollationDrift> drifts = List.of();
    try {
      Answers answers = session.ask(collations.queries());
      notRead.addAll(collations.notRead(answers));
      drifts = collations.drifts(answers);
    } catch (ProblemException e) {
      notRead.add(refused(ObjectKind.COLLATION, "versions of collations", e, "pg_collation"));
    }
    try {
      return facts(session.ask(uses), drifts, notRead);
    } catch (ProblemException e) {
      notRead.add(refused(ObjectKind.SEQUENCE, POSITIONS, e, "pg_locks"));
      return new LiveFacts(List.of(), drifts, notRead);
    }
  }

  private LiveFacts facts(Answers answers) {
    return facts(answers.of(uses), collations.drifts(answers), collations.notRead(answers));
  }

  private LiveFacts facts(
      List<SequenceUse> found, List<CollationDrift> drifts, List<NotRead> before) {
    List<NotRead> notRead = new ArrayList<>(before);
    List<SequencePosition> positions = List.of();
    try {
      SequencePositions sequences = SequencePositions.read(session, found, schema);
      positions = sequences.positions();
      notRead.addAll(sequences.notRead());
    } catch (ProblemException e) {
      notRead.add(refused(ObjectKind.SEQUENCE, POSITIONS, e, "pg_sequence"));
    }
    return new LiveFacts(positions, drifts, notRead);
  }

  /** All objects of the kind are meant. */
  private NotRead refused(ObjectKind kind, String facts, ProblemException refusal, String catalog) {
    Grantee reader = Grantee.of(session);
    return new NotRead(
        ObjectRef.of(kind, ObjectName.global("*")),
        facts,
        refusal.problem().what(),
        reader.remedy(refusal, reader.select("pg_catalog." + catalog)));
  }
}
