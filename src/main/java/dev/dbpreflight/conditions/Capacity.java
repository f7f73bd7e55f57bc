package dev.dbpreflight.conditions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether there is room for a release. A part is empty where it was not read.
 *
 * @param connections how many more sessions there can be
 * @param standbys who receives the log
 * @param slots for whom the log is kept, sorted by name; also empty when there are none
 * @param archiver empty also where nothing is archived
 * @param oldest the database whose transaction IDs are used up first
 * @param database how large the target is on disk
 * @param tables all that hold rows, sorted by name
 */
public record Capacity(
    Optional<Connections> connections,
    Optional<Standbys> standbys,
    List<ReplicationSlot> slots,
    Optional<Archiver> archiver,
    Optional<TransactionAge> oldest,
    Optional<ByteCount> database,
    List<TableSize> tables)
    implements Condition {
  /** Nothing was looked at. */
  public static final Capacity NONE =
      new Capacity(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  public Capacity {
    slots = List.copyOf(slots);
    tables = List.copyOf(tables);
  }

  public Capacity withConnections(Connections seen) {
    return new Capacity(Optional.of(seen), standbys, slots, archiver, oldest, database, tables);
  }

  public Capacity withStandbys(Standbys seen) {
    return new Capacity(connections, Optional.of(seen), slots, archiver, oldest, database, tables);
  }

  public Capacity withSlots(List<ReplicationSlot> seen) {
    return new Capacity(connections, standbys, seen, archiver, oldest, database, tables);
  }

  public Capacity withArchiver(Archiver seen) {
    return new Capacity(connections, standbys, slots, Optional.of(seen), oldest, database, tables);
  }

  public Capacity withOldest(TransactionAge seen) {
    return new Capacity(
        connections, standbys, slots, archiver, Optional.of(seen), database, tables);
  }

  public Capacity withDatabase(ByteCount seen) {
    return new Capacity(connections, standbys, slots, archiver, oldest, Optional.of(seen), tables);
  }

  public Capacity withTables(List<TableSize> seen) {
    return new Capacity(connections, standbys, slots, archiver, oldest, database, seen);
  }

  /** The largest tables, the largest first. */
  public List<TableSize> largest(int most) {
    return tables.stream()
        .sorted(Comparator.comparing(TableSize::bytes).reversed().thenComparing(TableSize::table))
        .limit(most)
        .toList();
  }
}
