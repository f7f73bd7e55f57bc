package dev.dbpreflight.rules;

import static java.util.stream.Collectors.toSet;

import dev.dbpreflight.conditions.Activity;
import dev.dbpreflight.conditions.Backup;
import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.OpenTransaction;
import dev.dbpreflight.conditions.TableSize;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.MigrationLock;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.rules.Evidence.Plan;
import dev.dbpreflight.rules.Evidence.Target;
import dev.dbpreflight.rules.Rule.Unseen;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What rules may look at of this moment: who does what on the target, whether there is room, and
 * which of it concerns the tables that the release touches.
 */
public final class MomentEvidence {
  private final Target target;
  private final Plan plan;
  private final TouchedTables touched;

  MomentEvidence(Target target, Plan plan) {
    this.target = target;
    this.plan = plan;
    this.touched = new TouchedTables(target.schema(), plan.release());
  }

  /** What is true of the target at this moment. */
  public Conditions conditions() {
    return target.conditions();
  }

  /** Whether there is room, as far as it was seen. */
  public Capacity capacity() {
    return conditions().capacity().orElse(Capacity.NONE);
  }

  /**
   * Somebody's open transactions that nobody waits for yet: neither maintenance nor a migration,
   * which their own rules tell of.
   */
  public Stream<OpenTransaction> openTransactions() {
    Set<Integer> migrating =
        target.histories().stream()
            .flatMap(history -> history.locks().stream())
            .map(MigrationLock::pid)
            .collect(toSet());
    return conditions().activity().stream()
        .flatMap(Activity::bystanders)
        .filter(open -> !migrating.contains(open.process().pid()));
  }

  /**
   * Clients whose open transactions have been in this state for so long and hold nothing of what
   * the release may need; the others are told of with the tables.
   */
  public Stream<OpenTransaction> bystanders(OpenTransaction.State state, Duration limit) {
    return openTransactions()
        .filter(open -> open.process().isClient() && open.is(state, limit))
        .filter(open -> touched(open.locks()).isEmpty());
  }

  /** Of these tables, the users' ones that the release may need a lock on. */
  public <V> SortedMap<ObjectName, V> touched(SortedMap<ObjectName, V> tables) {
    SortedMap<ObjectName, V> touched = new TreeMap<>(tables);
    touched.keySet().removeIf(table -> target.schema().table(table).isEmpty() || !mayTouch(table));
    return touched;
  }

  /** What of these topics nobody got to see. */
  public Stream<Unseen> unseen(Topic... topics) {
    return conditions().unread().stream()
        .filter(unread -> List.of(topics).contains(unread.topic()))
        .map(
            unread ->
                new Unseen(unread.fact() + " was not read: " + unread.reason(), unread.remedy()));
  }

  /** Whether the user names a backup, and of this kind. */
  boolean asksForBackup(Predicate<Backup.Wish> kind) {
    return conditions().backup().map(Backup::wish).filter(kind).isPresent();
  }

  /** What of the backup nobody got to see; there is nothing to see where there is none. */
  public Stream<Unseen> unseenInBackup(Topic... topics) {
    Stream<Unseen> none =
        conditions().backup().flatMap(Backup::absence).stream()
            .map(absence -> new Unseen("there is no backup to look into", "make one"));
    return Stream.concat(none, unseen(topics));
  }

  /**
   * The live tables that the release alters, drops or refers to with a new foreign key; empty where
   * nobody said what it leads to.
   */
  public Optional<SortedSet<ObjectName>> touchedTables() {
    return touched.all();
  }

  /** Whether the release may need a lock on this table: also when nobody said what it does. */
  public boolean mayTouch(ObjectName table) {
    return touchedTables().map(tables -> tables.contains(table)).orElse(true);
  }

  /**
   * How large the tables are that the release is known to touch. Partitions are left out where the
   * table that they are part of is touched too: they are in its size.
   */
  public Stream<TableSize> touchedSizes() {
    SortedSet<ObjectName> tables = touchedTables().orElse(Collections.emptySortedSet());
    return capacity().tables().stream()
        .filter(size -> tables.contains(size.table()))
        .filter(size -> target.schema().table(size.table()).stream().noneMatch(partOf(tables)));
  }

  private static Predicate<Table> partOf(SortedSet<ObjectName> tables) {
    return table ->
        table.isPartition() && table.inheritance().parents().stream().anyMatch(tables::contains);
  }

  /** That nobody said what the release does to the tables that there are. */
  public Stream<Unseen> unknownTouch() {
    return target.state() == DatabaseState.POPULATED && plan.release().isEmpty()
        ? Stream.of(new Unseen("it is not known which tables the release changes", "--expect FILE"))
        : Stream.empty();
  }

  /** What the release takes rights for; empty where nobody said what it leads to. */
  public Optional<NeededRights> neededRights() {
    return plan.release()
        .map(release -> NeededRights.of(target.schema(), release.schema(), plan.recorded()));
  }
}
