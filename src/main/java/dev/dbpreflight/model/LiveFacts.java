package dev.dbpreflight.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * What was seen in the target beside its schema: where sequences stand, which collations changed
 * under the data.
 *
 * @param sequences sorted by name; those of identity columns too
 * @param collations those whose recorded version differs from the one in use
 * @param notRead what could not be looked at, and why
 */
public record LiveFacts(
    List<SequencePosition> sequences, List<CollationDrift> collations, List<NotRead> notRead) {
  public static final LiveFacts NONE = new LiveFacts(List.of(), List.of(), List.of());

  public LiveFacts {
    sequences = List.copyOf(sequences);
    collations = List.copyOf(collations);
    notRead = List.copyOf(notRead);
  }

  /**
   * Where a sequence, an identity column or an SQLite AUTOINCREMENT stands.
   *
   * @param column the column that it fills, "schema.table.column" path parts in the reference; the
   *     reference of the sequence itself when it fills none
   * @param next the value that the next call gives
   * @param increment negative for a descending sequence
   * @param limit the last value that both the sequence and the type of its column can hold
   * @param highest greatest value in the column (least for a descending sequence); empty when the
   *     column has no rows, fills no column, or was not read
   */
  public record SequencePosition(
      ObjectRef column,
      ObjectName sequence,
      long next,
      long increment,
      long limit,
      OptionalLong highest) {}

  /**
   * A collation that the operating system or ICU sorts differently from when it was recorded.
   *
   * @param name the collation, or the database for its default collation
   * @param recorded version that the data was written with
   * @param actual version in use
   */
  public record CollationDrift(String name, String recorded, String actual) {}

  /**
   * Something that this look did not see.
   *
   * @param object the column whose values, the sequence whose position, the collation whose version
   *     was not read
   * @param fact what it would have told: "highest value of public.orders.id"
   * @param reason why, as a reader understands it: "permission denied for table orders"
   * @param remedy the grant or option that would enable it
   */
  public record NotRead(ObjectRef object, String fact, String reason, String remedy) {}
}
