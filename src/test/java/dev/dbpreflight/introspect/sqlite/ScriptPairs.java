package dev.dbpreflight.introspect.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Files with pairs of scripts: "== title", the first script, "--", the second one. */
final class ScriptPairs {

  private ScriptPairs() {}

  record ScriptPair(String title, String first, String second) {

    Set<String> words() {
      return Set.of(title.split(" "));
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static List<ScriptPair> load(String file) {
    try {
      String text = Files.readString(Path.of("src/test/resources", file));
      return Arrays.stream(text.split("(?m)^== ")).skip(1).map(ScriptPairs::pair).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScriptPair pair(String text) {
    String[] titleAndScripts = text.split("\n", 2);
    String[] scripts = titleAndScripts[1].split("(?m)^--\n", 2);
    return new ScriptPair(titleAndScripts[0].strip(), scripts[0], scripts[1]);
  }
}
