package dev.dbpreflight.report;

import java.util.function.UnaryOperator;

/** The check file that a project begins with: what was found, and the rest as examples. */
public final class FirstCheckFile {
  /** Needs no quotation marks in YAML, and means itself. */
  private static final String PLAIN = "[A-Za-z_][A-Za-z0-9_./-]*";

  private static final String HEAD =
      """
      # What dbpreflight expects of the databases of this project. Written by "dbpreflight init",
      # yours from now on; paths start from this file. The database itself is never named here: it
      # comes from the command line, from DATABASE_URL or from the PG* variables.

      # Which rules run, and how severe they are: before-deploy, after-deploy, ci, drift.
      extends: before-deploy
      """;

  private static final String TAIL =
      """

      # The revision that the release leads to, as the migration tool records it.
      #revision: %s

      # States of the database that need no other proof: fresh, incomplete, populated.
      #accept: [fresh, incomplete]

      # How many tables of the application there are after the release.
      #tables: 17

      # Severities of rules, or "off"; "dbpreflight rules" lists them all.
      #rules:
      #  table-without-primary-key: error
      #  foreign-key-without-index: off

      # What the application relies on.
      #checks:
      #  default_fee:
      #    columns:
      #      accounts.default_fee: {type: "numeric(10,2)", nullable: false}
      #    sql:
      #      - {query: "select count(*) from accounts where default_fee < 0", expect: 0}

      # Findings that are known and accepted, with the reason and the last day.
      #waivers:
      #  - {rule: table-without-primary-key, object: public.log, reason: append only, until: 2099-12-31}
      """;

  private FirstCheckFile() {}

  /**
   * The text of the file.
   *
   * @param fromFile turns a path of the finds into one that starts from the file
   */
  public static String text(ProjectFinds finds, UnaryOperator<String> fromFile) {
    String head = finds.heads().stream().findFirst().orElse("v1_4_0");
    return HEAD
        + migrations(finds, fromFile)
        + snapshots(finds, fromFile)
        + TAIL.formatted(scalar(head));
  }

  private static String migrations(ProjectFinds finds, UnaryOperator<String> fromFile) {
    String what =
        finds.migrations().isPresent()
            ? "Found: " + SafeText.line(finds.release()) + "."
            : "None were found.";
    String folder = finds.migrations().map(found -> fromFile.apply(found.folder())).orElse("");
    return "\n# The folder with the migration files of the release. "
        + what
        + "\n"
        + (folder.isEmpty() ? "#migrations: migrations" : "migrations: " + scalar(folder))
        + "\n";
  }

  private static String snapshots(ProjectFinds finds, UnaryOperator<String> fromFile) {
    String folder = finds.snapshots().map(fromFile).orElse("");
    return """

    # The folder with a snapshot REVISION.json per revision, each taken with
    # dbpreflight snapshot --revision REVISION -o schema-snapshots/REVISION.json
    """
        + (folder.isEmpty() ? "#snapshots: schema-snapshots" : "snapshots: " + scalar(folder))
        + "\n";
  }

  /** One YAML scalar: what begins a variable in a check file would be taken for one. */
  static String scalar(String text) {
    if (text.matches(PLAIN)) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.replace("${", "$${")
        .codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
              } else if (point < ' '
                  || point == 0x7F
                  || !SafeText.line(shown(point)).equals(shown(point))) {
                quoted.append(
                    point > 0xFFFF ? "\\U%08x".formatted(point) : "\\u%04x".formatted(point));
              } else {
                quoted.appendCodePoint(point);
              }
            });
    return quoted.append('"').toString();
  }

  private static String shown(int point) {
    return Character.toString(point);
  }
}
