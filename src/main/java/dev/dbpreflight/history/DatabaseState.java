package dev.dbpreflight.history;

import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.SchemaModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What kind of database a deployment meets. */
public enum DatabaseState {
  /** No user objects and no migration tool's table. */
  FRESH,
  /** Only a migration tool's tables. */
  INCOMPLETE,
  /** User objects exist. */
  POPULATED;

  /**
   * Managed servers make these in every new database, and a release makes its own of them first.
   */
  private static final Set<ObjectKind> SURROUNDINGS =
      EnumSet.of(
          ObjectKind.SCHEMA,
          ObjectKind.EXTENSION,
          ObjectKind.COLLATION,
          ObjectKind.DEFAULT_PRIVILEGES);

  private final String token = name().toLowerCase(Locale.ROOT);

  /**
   * The state of a database.
   *
   * @param users its objects without those of migration tools
   */
  public static DatabaseState of(SchemaModel users, List<History> histories) {
    boolean populated =
        users.objects().stream().anyMatch(object -> !SURROUNDINGS.contains(object.kind()));
    if (populated) {
      return POPULATED;
    }
    return histories.isEmpty() ? FRESH : INCOMPLETE;
  }

  /** As options, files and reports spell it. */
  public String token() {
    return token;
  }
}
