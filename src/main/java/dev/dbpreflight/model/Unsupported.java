package dev.dbpreflight.model;

import java.util.List;

/**
 * Objects that exist in the database and that the model does not cover: nobody looked into them.
 *
 * @param kind the database's word for them: "operator class"
 * @param names qualified, sorted
 */
public record Unsupported(String kind, List<String> names) implements Comparable<Unsupported> {

  public Unsupported {
    names = names.stream().sorted().toList();
  }

  @Override
  public int compareTo(Unsupported other) {
    return kind.compareTo(other.kind);
  }
}
