package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.history.DatabaseState.POPULATED;
import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "created-object-exists-already",
    severity = ERROR,
    critical = true,
    since = "0.1.0",
    summary = "The release creates an object that the database has already",
    why =
        """
        The deployment stops at the statement that creates it. What ran before stays or is rolled
        back, depending on the migration tool, and the code is released without its schema.\
        """,
    fix =
        """
        Find out which revision this database is at. Put the snapshot of that revision beside the
        expected one, record the revision with the migration tool, or point at another database.\
        """)
final class CreatedObjectExistsAlready implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.collisions().stream()
        .map(
            object ->
                finding(ObjectRef.of(object), "%s already exists", inTheServersWords(object)));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    if (evidence.state() != POPULATED) {
      return Stream.empty();
    }
    if (evidence.release().isEmpty()) {
      return Stream.of(new Unseen("it is not known what the release creates", "--expect FILE"));
    }
    return evidence.isAtUnknownRevision() && !evidence.isAtRelease()
        ? Stream.of(
            new Unseen(
                "it is not known which objects the recorded revision has",
                "put the snapshot of the recorded revision beside the expected one"))
        : Stream.empty();
  }

  /** What the deployment would die of, so that a search for the message finds this report. */
  private static String inTheServersWords(SchemaObject object) {
    String word =
        switch (object.kind()) {
          case TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> "relation";
          case ENUM, COMPOSITE_TYPE, DOMAIN, RANGE -> "type";
          default -> object.kind().words();
        };
    return word + " \"" + ObjectRef.of(object).path() + "\"";
  }
}
