package dev.dbpreflight.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a Liquibase changelog, the same whatever notation it was written in: an XML element's
 * attributes and a mapping's entries are its children, the mappings in a list are taken apart.
 */
final class ChangelogNode {
  /** Under this key YAML takes over the entries of another mapping. */
  private static final String MERGED = "<<";

  private final String name;
  private final int line;
  private List<ChangelogNode> children = new ArrayList<>();
  private String text = "";

  ChangelogNode(String name, int line) {
    this.name = name;
    this.line = line;
  }

  ChangelogNode(String name, int line, String text) {
    this(name, line);
    this.text = text;
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  /** What is between its tags, or its value; empty when there is none. */
  String text() {
    return text;
  }

  List<ChangelogNode> children() {
    return children;
  }

  void add(ChangelogNode child) {
    children.add(child);
  }

  void setText(String content) {
    text = content;
  }

  /** The same content under another name; shared, not copied. */
  ChangelogNode renamed(String newName, int newLine) {
    ChangelogNode other = new ChangelogNode(newName, newLine, text);
    other.children = children;
    return other;
  }

  List<ChangelogNode> all(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  Optional<ChangelogNode> child(String wanted) {
    for (ChangelogNode child : children) {
      if (child.name.equals(wanted)) {
        return Optional.of(child);
      }
    }
    return children.stream()
        .filter(child -> child.name.equals(MERGED))
        .flatMap(merged -> merged.children.stream())
        .filter(child -> child.name.equals(wanted))
        .findFirst();
  }

  /** The value of an attribute; empty when it is not given. */
  String value(String attribute) {
    return child(attribute).map(found -> found.text.strip()).orElse("");
  }

  boolean is(String attribute) {
    return value(attribute).equalsIgnoreCase("true");
  }

  boolean isNot(String attribute) {
    return value(attribute).equalsIgnoreCase("false");
  }
}
