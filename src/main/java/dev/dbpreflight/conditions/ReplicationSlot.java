package dev.dbpreflight.conditions;

/**
 * A replication slot that outlives its session.
 *
 * @param database of a logical slot; empty for a physical one
 * @param active somebody reads from it now
 * @param retained how much log the server keeps for it
 * @param walStatus "reserved", "extended", "unreserved", "lost"; empty where the server does not
 *     say
 * @param invalidation why it can never be read again (since 17); empty when it can
 */
public record ReplicationSlot(
    String name,
    String database,
    boolean active,
    ByteCount retained,
    String walStatus,
    String invalidation) {

  /** The log that its consumer needs is gone, or nobody can read from it for another reason. */
  public boolean isLost() {
    return walStatus.equals("lost") || !invalidation.isEmpty();
  }

  /** The next checkpoint may remove what its consumer needs. */
  public boolean isAboutToBeLost() {
    return !isLost() && walStatus.equals("unreserved");
  }
}
