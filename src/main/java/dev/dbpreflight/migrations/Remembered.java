package dev.dbpreflight.migrations;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found on the disk below one folder: one tool after the other is asked whether the files
 * are its own, and none of them need look again.
 */
final class Remembered {
  /** Bytes of contents; more is not kept, so that no folder can fill the memory. */
  private static final int ROOM = 32 << 20;

  private final Map<Integer, FileList> listings = new TreeMap<>();
  private final Map<String, byte[]> contents = new HashMap<>();
  private int size;

  FileList list(Path root, int depth) {
    for (Map.Entry<Integer, FileList> known : listings.entrySet()) {
      boolean nothingBelow =
          known.getValue().folders().isEmpty() && known.getValue().failures().isEmpty();
      if (known.getKey() == depth || known.getKey() < depth && nothingBelow) {
        return known.getValue();
      }
    }
    FileList list = new FileList(root, depth);
    listings.put(depth, list);
    return list;
  }

  Optional<byte[]> content(String path) {
    return Optional.ofNullable(contents.get(path));
  }

  void keep(String path, byte[] content) {
    if (content.length <= ROOM - size && contents.putIfAbsent(path, content) == null) {
      size += content.length;
    }
  }
}
