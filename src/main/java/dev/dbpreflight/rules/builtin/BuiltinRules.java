package dev.dbpreflight.rules.builtin;

import dev.dbpreflight.rules.Rule;
import java.util.List;

/** All rules that ship, sorted by id. */
public final class BuiltinRules {
  public static final List<Rule> ALL =
      List.of(
          new AppliedMigrationEdited(),
          new AppliedMigrationWithoutFile(),
          new ArchiverFailing(),
          new CollationVersionMismatch(),
          new ConnectionHeadroomLow(),
          new ConstraintNotValidated(),
          new CreatedObjectExistsAlready(),
          new DatabaseAheadOfRelease(),
          new DatabaseStateNotAccepted(),
          new DifferenceUnclear(),
          new ExpectedObjectMissing(),
          new ExpectedRevisionWithoutFile(),
          new FailedMigrationUnresolved(),
          new ForeignKeyCycle(),
          new ForeignKeyWithoutIndex(),
          new HistoryWithoutFiles(),
          new HistoryWithoutObjects(),
          new IndexInvalid(),
          new LargeTableTouched(),
          new MigrationCycle(),
          new MigrationFileUnread(),
          new MigrationHeadsUnmerged(),
          new MigrationLockLeftBehind(),
          new MigrationNotApplied(),
          new MigrationOutOfOrder(),
          new MigrationParentMissing(),
          new MigrationRunning(),
          new MigrationVersionDuplicated(),
          new ObjectDiffers(),
          new ObjectsNotModelled(),
          new ObjectsWithoutHistory(),
          new PendingMigrationWithoutTransaction(),
          new PendingMigrationWithoutWayDown(),
          new PoolerInTheWay(),
          new RecordedRevisionDiffers(),
          new ReplicationLagHigh(),
          new ReplicationSlotInactive(),
          new ReplicationSlotLost(),
          new ScratchTableLeftBehind(),
          new SequenceBehindData(),
          new SequenceNearEnd(),
          new ServerOlderThanSnapshot(),
          new ServerReadOnly(),
          new SeveralMigrationTools(),
          new SquashHalfApplied(),
          new StorageNearlyFull(),
          new SynchronousStandbyMissing(),
          new TableCountDiffers(),
          new TableWithoutPrimaryKey(),
          new TransactionIdsNearWraparound(),
          new UnexpectedObject(),
          new WaiverExpired(),
          new WaiverWithoutMatch(),
          new WalRetainedBySlot(),
          new WraparoundVacuumDue());

  private BuiltinRules() {}
}
