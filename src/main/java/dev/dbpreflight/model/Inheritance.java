package dev.dbpreflight.model;

import java.util.List;

/**
 * A table's place in inheritance and partitioning.
 *
 * @param parents in the order of inheritance; the partitioned table for a partition
 * @param partitionKey "RANGE (created_at)" of a partitioned table; empty otherwise
 * @param partitionBound "FOR VALUES FROM …" or "DEFAULT" of a partition; empty otherwise
 */
public record Inheritance(List<ObjectName> parents, SqlText partitionKey, SqlText partitionBound) {
  public static final Inheritance NONE = new Inheritance(List.of(), SqlText.NONE, SqlText.NONE);

  public Inheritance {
    parents = List.copyOf(parents);
  }
}
