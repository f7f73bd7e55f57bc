package dev.dbpreflight.model;

import java.util.List;

/**
 * How a relation is kept on disk.
 *
 * @param accessMethod "heap" and the like; empty where the kind of relation has none
 * @param tablespace empty for the database's default
 * @param options storage parameters, "name=value", sorted
 */
public record Storage(String accessMethod, String tablespace, List<String> options) {
  public static final Storage DEFAULT = new Storage("", "", List.of());

  public Storage {
    options = Sorted.copyOf(options);
  }
}
