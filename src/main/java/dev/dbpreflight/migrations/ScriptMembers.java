package dev.dbpreflight.migrations;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a JavaScript object, class or file holds under which name. */
final class ScriptMembers {
  private static final Set<String> MODIFIERS =
      Set.of(
          "async", "static", "public", "private", "protected", "readonly", "override", "declare");

  private static final Set<String> BEFORE_MORE =
      Set.of("=", "=>", ",", ".", "?.", "+", "-", "*", ":", "?", "|", "&", "!", "new", "await");

  private final Code code;
  private final Map<String, Part> declared = new HashMap<>();
  private final Map<String, Part> exported = new HashMap<>();

  /** Words from one place to before another. */
  record Part(int from, int to) {}

  private ScriptMembers(Code code) {
    this.code = code;
  }

  /** What a file exports, in the way of either kind of module. */
  static Map<String, Part> exported(Code code) {
    ScriptMembers members = new ScriptMembers(code);
    int place = 0;
    while (place < code.size()) {
      place = members.statement(place);
    }
    members.exported.replaceAll((name, part) -> members.resolved(part));
    return members.exported;
  }

  /** What an object or a class has between its braces. */
  static Map<String, Part> between(Code code, int brace) {
    Map<String, Part> found = new HashMap<>();
    ScriptMembers members = new ScriptMembers(code);
    int end = code.partner(brace);
    int place = brace + 1;
    while (place < end) {
      place = members.member(place, end, found);
    }
    return found;
  }

  private int statement(int place) {
    if (code.is(place, "module", ".", "exports", "=")) {
      return exportWhole(place + 4);
    }
    if (code.is(place, "module", ".", "exports", ".")) {
      return assignment(place + 4);
    }
    if (code.is(place, "exports", ".")) {
      return assignment(place + 2);
    }
    if (code.is(place, "export", "default")) {
      return exportWhole(place + 2);
    }
    if (code.is(place, "export", "{")) {
      exportList(place + 1);
      return code.behind(place + 1);
    }
    if (code.is(place, "export")) {
      return declaration(place + 1, true);
    }
    return declaration(place, false);
  }

  /** {@code exports.up = exports.other = value}: the value is that of all of them. */
  private int assignment(int name) {
    if (!code.is(name + 1, "=")) {
      return name + 1;
    }
    int end = endOfValue(name + 2, code.size());
    exported.put(code.at(name).text(), new Part(name + 2, end));
    return code.is(name + 2, "exports", ".") ? name + 2 : end;
  }

  private int exportWhole(int place) {
    if (place < code.size() && code.is(place, "{")) {
      exported.putAll(between(code, place));
      return code.behind(place);
    }
    if (code.isName(place) && declared.containsKey(code.at(place).text())) {
      Part object = declared.get(code.at(place).text());
      if (code.is(object.from(), "{")) {
        exported.putAll(between(code, object.from()));
      }
    }
    return place;
  }

  private void exportList(int brace) {
    for (int place = brace + 1; place < code.partner(brace); place++) {
      if (code.isName(place)) {
        boolean renamed = code.is(place + 1, "as");
        Part source = new Part(place, place + 1);
        exported.put(code.at(renamed ? place + 2 : place).text(), source);
        place += renamed ? 2 : 0;
      }
    }
  }

  /** The place behind a declaration; behind one word when there is none. */
  private int declaration(int place, boolean export) {
    int at = code.is(place, "async") ? place + 1 : place;
    if (code.is(at, "function")) {
      int name = code.is(at + 1, "*") ? at + 2 : at + 1;
      int brace = code.find("{", name, code.size());
      if (code.isName(name) && brace < code.size()) {
        declare(name, new Part(at, code.behind(brace)), export);
        return code.behind(brace);
      }
    } else if (code.is(at, "const") || code.is(at, "let") || code.is(at, "var")) {
      int equals = code.find("=", at + 1, endOfValue(at + 1, code.size()));
      if (code.isName(at + 1) && equals < code.size() && code.is(equals, "=")) {
        int end = endOfValue(equals + 1, code.size());
        declare(at + 1, new Part(equals + 1, end), export);
        return end;
      }
    }
    return code.behind(place);
  }

  private void declare(int name, Part value, boolean export) {
    declared.put(code.at(name).text(), value);
    if (export) {
      exported.put(code.at(name).text(), value);
    }
  }

  /** A name stands for what was declared under it. */
  private Part resolved(Part part) {
    boolean alone = part.to() - part.from() == 1 && code.isName(part.from());
    return alone ? declared.getOrDefault(code.at(part.from()).text(), part) : part;
  }

  private int member(int start, int end, Map<String, Part> found) {
    int key = start;
    while (code.is(key, "*") || (isModifier(key) && !endsKey(key + 1))) {
      key++;
    }
    if (key >= end || !(code.isName(key) || code.isString(key))) {
      return code.behind(start);
    }
    String name = code.at(key).text();
    int next = code.is(key + 1, "?") || code.is(key + 1, "!") ? key + 2 : key + 1;
    if (code.is(next, "(") || code.is(next, "<")) {
      int brace = code.find("{", next, end);
      found.put(name, new Part(key, brace < end ? code.behind(brace) : end));
      return brace < end ? code.behind(brace) : end;
    }
    boolean field = code.is(next, "=") || code.is(next, ":");
    if (!field) {
      found.put(name, new Part(key, key + 1));
      return key + 1;
    }
    int finish = endOfValue(next + 1, end);
    // The field of a class may have a type before its value.
    int value = code.find("=", next, finish);
    found.put(name, new Part(value < finish ? value + 1 : next + 1, finish));
    return Math.max(finish, key + 1);
  }

  private boolean isModifier(int place) {
    return code.isName(place) && MODIFIERS.contains(code.at(place).text());
  }

  private boolean endsKey(int place) {
    return code.is(place, "(")
        || code.is(place, ":")
        || code.is(place, "=")
        || code.is(place, ",")
        || code.is(place, "}");
  }

  /** A value ends at a comma, a semicolon, or a line's end behind which a new statement begins. */
  private int endOfValue(int from, int limit) {
    int place = from;
    while (place < limit && !code.is(place, ",") && !code.is(place, ";")) {
      int next = code.behind(place);
      boolean newLine = next < limit && code.line(next) > code.line(next - 1);
      if (newLine && code.isName(next) && !expectsMore(next - 1)) {
        return next;
      }
      place = next;
    }
    return Math.min(place, limit);
  }

  private boolean expectsMore(int place) {
    return !code.at(place).string() && BEFORE_MORE.contains(code.at(place).text());
  }
}
