package dev.dbpreflight.rules.builtin;

import dev.dbpreflight.rules.Rule;
import java.util.List;

/** All rules that ship, sorted by id. */
public final class BuiltinRules {
  public static final List<Rule> ALL =
      List.of(
          new CollationVersionMismatch(),
          new ConstraintNotValidated(),
          new CreatedObjectExistsAlready(),
          new DatabaseStateNotAccepted(),
          new DifferenceUnclear(),
          new ExpectedObjectMissing(),
          new ForeignKeyCycle(),
          new ForeignKeyWithoutIndex(),
          new HistoryWithoutObjects(),
          new IndexInvalid(),
          new ObjectDiffers(),
          new ObjectsNotModelled(),
          new SequenceBehindData(),
          new SequenceNearEnd(),
          new ServerOlderThanSnapshot(),
          new TableWithoutPrimaryKey(),
          new UnexpectedObject());

  private BuiltinRules() {}
}
