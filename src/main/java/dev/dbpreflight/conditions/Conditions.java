package dev.dbpreflight.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether this is a good moment, as far as it was seen. A part is empty where the engine has no
 * such thing, where nobody asked, or where it was not read; in the last case {@link #unread()} says
 * why.
 *
 * @param capacity whether there is room
 * @param server what the server lets anybody do now
 * @param unread what could not be looked at
 */
public record Conditions(
    Optional<Capacity> capacity, Optional<ServerMode> server, List<Unread> unread) {
  /** Nothing was looked at. */
  public static final Conditions NONE =
      new Conditions(Optional.empty(), Optional.empty(), List.of());

  public Conditions {
    unread = List.copyOf(unread);
  }

  public Conditions withCapacity(Capacity seen) {
    return new Conditions(Optional.of(seen), server, unread);
  }

  public Conditions withServer(ServerMode seen) {
    return new Conditions(capacity, Optional.of(seen), unread);
  }

  /** One thing more that could not be looked at. */
  public Conditions withUnread(Unread more) {
    List<Unread> all = new ArrayList<>(unread);
    all.add(more);
    return new Conditions(capacity, server, all);
  }
}
