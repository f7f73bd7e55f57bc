package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationFile.WayDown;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with Liquibase's comments in it: each header begins a change set, whose SQL is all that
 * follows but the lines that speak to Liquibase.
 */
final class FormattedSql {
  private static final Pattern FIRST = pattern("\\s*--\\s*liquibase\\s*formatted.*");
  private static final Pattern HEADER =
      pattern("\\s*--\\s*changeset\\s+(\"[^\"]+\"|[^:]+):(\"[^\"]+\"|\\S+)(.*)");

  private static final Pattern BROKEN_HEADER = pattern("\\s*--\\s*changeset.*");
  private static final Pattern ROLLBACK = pattern("\\s*--\\s*rollback .*");
  private static final Pattern ROLLBACK_BLOCK = pattern("\\s*/\\*\\s*liquibase\\s*rollback\\s*");
  private static final Pattern PRECONDITION = pattern("\\s*--\\s*precondition(s.*|-[a-z0-9-]+ .*)");

  private static final Pattern COMMENT = pattern("--\\s*comment:? .*");
  private static final Pattern VALID_CHECKSUM = pattern("--\\s*validCheckSum:? (.*)");
  private static final Pattern IGNORED_LINES = pattern("--\\s*ignoreLines:(\\w+)");
  private static final Pattern PROPERTY = pattern("\\s*--\\s*property\\s+(.*:.*)");

  private final List<String> lines;
  private final ChangelogProperties properties;
  private final List<ChangeSetDraft> found = new ArrayList<>();
  private final List<String> accepted = new ArrayList<>();
  private final StringBuilder sql = new StringBuilder();
  private Matcher header;
  private int headerLine;
  private boolean rollback;

  private FormattedSql(String text, ChangelogProperties properties) {
    this.lines = text.lines().toList();
    this.properties = properties;
  }

  /** Whether the first line that is not blank says so. */
  static boolean is(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> FIRST.matcher(line).matches())
        .isPresent();
  }

  /** The path that all its change sets are to be recorded with; empty when it gives none. */
  static String pathInFirstLine(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> attribute(line, "logicalFilePath"))
        .orElse("");
  }

  static List<ChangeSetDraft> read(String text, ChangelogProperties properties) throws CodeFault {
    FormattedSql file = new FormattedSql(text, properties);
    int line = 0;
    while (line < file.lines.size()) {
      line = file.line(line);
    }
    file.finish();
    return file.found;
  }

  /** The number of the next line. */
  private int line(int number) throws CodeFault {
    String line = lines.get(number);
    Matcher ignored = IGNORED_LINES.matcher(line);
    if (ignored.matches()) {
      return behindIgnored(ignored.group(1), number);
    }
    Matcher start = HEADER.matcher(line);
    if (start.matches()) {
      finish();
      header = start;
      headerLine = number + 1;
    } else if (BROKEN_HEADER.matcher(line).matches()) {
      throw new CodeFault(number + 1, "has a change set without author and id");
    } else if (header == null) {
      outside(line);
    } else if (ROLLBACK_BLOCK.matcher(line).matches()) {
      rollback = true;
      return behindBlock(number);
    } else {
      inside(line);
    }
    return number + 1;
  }

  private void outside(String line) {
    Matcher property = PROPERTY.matcher(line);
    if (property.matches()) {
      ChangelogNode node = new ChangelogNode("property", 0);
      for (String name : List.of("name", "value", "dbms", "context", "contextFilter", "labels")) {
        String value = attribute(property.group(1), name);
        if (!value.isEmpty()) {
          node.add(new ChangelogNode(name, 0, value));
        }
      }
      properties.define(node);
    }
  }

  private void inside(String line) {
    Matcher checksum = VALID_CHECKSUM.matcher(line);
    if (checksum.matches()) {
      accepted.add(checksum.group(1).strip());
    } else if (ROLLBACK.matcher(line).matches()) {
      rollback = true;
    } else if (PROPERTY.matcher(line).matches()) {
      outside(line);
    } else if (!COMMENT.matcher(line).matches() && !PRECONDITION.matcher(line).matches()) {
      sql.append(line).append('\n');
    }
  }

  private int behindIgnored(String count, int number) throws CodeFault {
    if (count.equals("start")) {
      int line = number + 1;
      while (line < lines.size()) {
        Matcher end = IGNORED_LINES.matcher(lines.get(line));
        line++;
        if (end.matches() && end.group(1).equals("end")) {
          break;
        }
      }
      return line;
    }
    if (!count.matches("\\d{1,9}")) {
      throw new CodeFault(number + 1, "ignores \"" + count + "\" lines, which is no number");
    }
    return Math.min(lines.size(), number + 1 + Integer.parseInt(count));
  }

  private int behindBlock(int number) {
    int line = number + 1;
    while (line < lines.size() && !lines.get(line).stripTrailing().endsWith("*/")) {
      line++;
    }
    return Math.min(lines.size(), line + 1);
  }

  private void finish() throws CodeFault {
    if (header == null) {
      return;
    }
    String expanded = properties.expand(sql.toString());
    if (expanded.isBlank()) {
      throw new CodeFault(headerLine, "has a change set without SQL");
    }
    found.add(draft(expanded));
    sql.setLength(0);
    accepted.clear();
    rollback = false;
    header = null;
  }

  private ChangeSetDraft draft(String expanded) {
    String attributes = header.group();
    boolean repeatable = is(attributes, "runOnChange") || is(attributes, "runAlways");
    return new ChangeSetDraft(
        properties.expand(unquoted(header.group(2))),
        properties.expand(unquoted(header.group(1))),
        properties.expand(attribute(attributes, "logicalFilePath")),
        headerLine,
        repeatable ? Kind.REPEATABLE : Kind.VERSIONED,
        !attribute(attributes, "runInTransaction").equalsIgnoreCase("false"),
        rollback ? WayDown.PRESENT : WayDown.ABSENT,
        properties.expand(attribute(attributes, "dbms")),
        !(attribute(attributes, "context") + attribute(attributes, "contextFilter")).isEmpty()
            || !attribute(attributes, "labels").isEmpty(),
        is(attributes, "ignore"),
        List.copyOf(accepted),
        ChangelogProperties.open(expanded) ? null : List.of(expanded));
  }

  private static boolean is(String attributes, String name) {
    return attribute(attributes, name).equalsIgnoreCase("true");
  }

  /** The last value of an attribute in a line; empty when it has none. */
  private static String attribute(String line, String name) {
    Matcher matcher = pattern("\\b" + name + ":\\s*(\"[^\"]*\"|\\S*)").matcher(line);
    String value = "";
    while (matcher.find()) {
      value = unquoted(matcher.group(1));
    }
    return value;
  }

  private static String unquoted(String text) {
    String bare = text.strip();
    boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
