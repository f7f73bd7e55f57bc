package dev.dbpreflight.migrations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file in which Sqitch keeps the order of changes. */
final class SqitchPlan {
  private static final Pattern PROJECT = Pattern.compile("%project\\s*=\\s*(\\S+)\\s*");
  private static final Pattern LINE =
      Pattern.compile(
          "(?<sign>[+@-]?)\\s*(?<name>[^\\s\\[#@]+)\\s*(?:\\[(?<needs>[^\\]]*)\\])?"
              + "(?:\\s+\\d{4}-\\d\\d-\\d\\dT\\S+\\s+.*|\\s*(?:#.*)?)");

  private final SourceFolder folder;
  private final String path;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Integer> latest = new HashMap<>();
  private String project = "";

  private SqitchPlan(SourceFolder folder, String path) {
    this.folder = folder;
    this.path = path;
  }

  /**
   * One change.
   *
   * @param id "project:change", as its history is read
   * @param script the name of its scripts, without the ending
   * @param requires ids of changes that must come before it
   */
  record Change(String id, String name, String script, List<String> requires, List<String> tags) {

    Change {
      requires = List.copyOf(requires);
      tags = List.copyOf(tags);
    }

    Change tagged(String tag) {
      List<String> more = new ArrayList<>(tags);
      more.add(tag);
      return new Change(id, name, script, requires, more);
    }

    /** Once a change is reworked, the scripts of its earlier form have the tag in their name. */
    Change scriptOf(String tag) {
      return new Change(id, name, name + tag, requires, tags);
    }
  }

  /** The changes in the order of the plan; what cannot be understood is remembered. */
  static List<Change> read(SourceFolder folder, String path) {
    SqitchPlan plan = new SqitchPlan(folder, path);
    Optional<String> text = folder.text(path);
    List<String> lines = text.map(String::lines).map(all -> all.toList()).orElse(List.of());
    for (int number = 1; number <= lines.size(); number++) {
      plan.line(lines.get(number - 1).strip(), number);
    }
    return plan.changes;
  }

  private void line(String line, int number) {
    Matcher named = PROJECT.matcher(line);
    if (named.matches()) {
      project = named.group(1);
    } else if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("%")) {
      Matcher entry = LINE.matcher(line);
      if (!entry.matches()) {
        folder.cannotRead(path, number, "is neither a change nor a tag");
      } else if (entry.group("sign").equals("@")) {
        tag("@" + entry.group("name"));
      } else {
        add(entry);
      }
    }
  }

  /** A tag belongs to the change before it. */
  private void tag(String tag) {
    if (!changes.isEmpty()) {
      changes.add(changes.removeLast().tagged(tag));
    }
  }

  private void add(Matcher entry) {
    String name = entry.group("name");
    Integer earlier = latest.put(name, changes.size());
    if (earlier != null) {
      firstTagSince(earlier)
          .ifPresent(tag -> changes.set(earlier, changes.get(earlier).scriptOf(tag)));
    }
    List<String> requires = new ArrayList<>();
    String needs = entry.group("needs") == null ? "" : entry.group("needs").strip();
    for (String each : needs.isEmpty() ? new String[0] : needs.split("\\s+")) {
      if (!each.startsWith("!")) {
        String change = each.replaceFirst("@.*", "");
        requires.add(change.contains(":") ? change : project + ":" + change);
      }
    }
    changes.add(new Change(project + ":" + name, name, name, requires, List.of()));
  }

  private Optional<String> firstTagSince(int change) {
    return changes.subList(change, changes.size()).stream()
        .flatMap(each -> each.tags().stream())
        .findFirst();
  }
}
