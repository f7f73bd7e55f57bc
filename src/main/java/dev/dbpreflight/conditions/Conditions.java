package dev.dbpreflight.conditions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether this is a good moment, as far as it was seen: {@link Condition}s, at most one of each
 * kind. One is empty where the engine has no such thing, where nobody asked, or where it was not
 * read; in the last case {@link #unread()} says why.
 */
public final class Conditions {
  /** Nothing was looked at. */
  public static final Conditions NONE = new Conditions(Map.of(), List.of());

  private final Map<Class<?>, Condition> seen;
  private final List<Unread> unread;

  private Conditions(Map<Class<?>, Condition> seen, List<Unread> unread) {
    this.seen = Map.copyOf(seen);
    this.unread = List.copyOf(unread);
  }

  /** With one condition more, or another one of its kind. */
  public Conditions with(Condition one) {
    Map<Class<?>, Condition> all = new HashMap<>(seen);
    all.put(one.getClass(), one);
    return new Conditions(all, unread);
  }

  /** With one thing more that could not be looked at. */
  public Conditions withUnread(Unread more) {
    List<Unread> all = new ArrayList<>(unread);
    all.add(more);
    return new Conditions(seen, all);
  }

  /** Who does what in the database now. */
  public Optional<Activity> activity() {
    return of(Activity.class);
  }

  /** The backup that the user names. */
  public Optional<Backup> backup() {
    return of(Backup.class);
  }

  /** Whether there is room. */
  public Optional<Capacity> capacity() {
    return of(Capacity.class);
  }

  /** What the server has to install. */
  public Optional<AvailableExtensions> extensions() {
    return of(AvailableExtensions.class);
  }

  /** What SQLite keeps the database in. */
  public Optional<DatabaseFile> file() {
    return of(DatabaseFile.class);
  }

  /** What the role that migrates may do. */
  public Optional<MigratingRole> migratingRole() {
    return of(MigratingRole.class);
  }

  /** What a session of the migrating role begins with. */
  public Optional<RoleSettings> roleSettings() {
    return of(RoleSettings.class);
  }

  /** What the server lets anybody do now. */
  public Optional<ServerMode> server() {
    return of(ServerMode.class);
  }

  /** What could not be looked at. */
  public List<Unread> unread() {
    return unread;
  }

  private <C extends Condition> Optional<C> of(Class<C> kind) {
    return Optional.ofNullable(kind.cast(seen.get(kind)));
  }
}
