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
  private final Map<String, Change> latest = new HashMap<>();
  private String project = "";

  private SqitchPlan(SourceFolder folder, String path) {
    this.folder = folder;
    this.path = path;
  }

  /**
   * One change.
   *
   * @param id "project:change", as its history is read
   * @param requires ids of changes that must come before it
   * @param reworked it stands for an earlier change of the same name as well, which is not in the
   *     list: Sqitch deploys it again where that one was deployed
   */
  record Change(
      String id, String name, List<String> requires, List<String> tags, boolean reworked) {

    Change {
      requires = List.copyOf(requires);
      tags = List.copyOf(tags);
    }

    Change tagged(String tag) {
      List<String> more = new ArrayList<>(tags);
      more.add(tag);
      return new Change(id, name, requires, more, reworked);
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
    return plan.changes.stream()
        .filter(change -> plan.latest.get(change.name()) == change)
        .toList();
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
      Change tagged = changes.removeLast().tagged(tag);
      changes.add(tagged);
      latest.put(tagged.name(), tagged);
    }
  }

  private void add(Matcher entry) {
    String name = entry.group("name");
    String id = project + ":" + name;
    List<String> requires = new ArrayList<>();
    String needs = entry.group("needs") == null ? "" : entry.group("needs").strip();
    for (String each : needs.isEmpty() ? new String[0] : needs.split("\\s+")) {
      // "!" is for a conflict; a reworked change requires itself as it was at a tag.
      String change = each.replaceFirst("@.*", "");
      String required = change.contains(":") ? change : project + ":" + change;
      if (!each.startsWith("!") && !required.equals(id)) {
        requires.add(required);
      }
    }
    Change change = new Change(id, name, requires, List.of(), latest.containsKey(name));
    latest.put(name, change);
    changes.add(change);
  }
}
