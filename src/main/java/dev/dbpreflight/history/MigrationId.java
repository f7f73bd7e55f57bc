package dev.dbpreflight.history;

/**
 * How a migration is called, spelled the same whether a history or a file name says it: without the
 * zeros in front that some tools drop, in the tool's own order of parts.
 */
public final class MigrationId {
  private MigrationId() {}

  /**
   * The one spelling of a version that the tool compares as a number, or as numbers with dots.
   *
   * @param version as recorded or as written in a file's name
   */
  public static String of(MigrationTool tool, String version) {
    return switch (tool) {
      case FLYWAY -> dotted(version);
      case GOLANG_MIGRATE, GOOSE, RAILS, SQLX, ECTO, REFINERY, PHINX, TERN, HASURA ->
          withoutZeros(version);
      default -> version;
    };
  }

  /** Flyway: "_" is a dot, zeros in front and parts of zero at the end do not count. */
  private static String dotted(String version) {
    StringBuilder parts = new StringBuilder();
    for (String part : version.replace('_', '.').split("\\.")) {
      parts.append(parts.isEmpty() ? "" : ".").append(withoutZeros(part));
    }
    return parts.toString().replaceFirst("(\\.0)+$", "");
  }

  private static String withoutZeros(String digits) {
    return digits.matches("\\d+") ? digits.replaceFirst("^0+(?=\\d)", "") : digits;
  }
}
