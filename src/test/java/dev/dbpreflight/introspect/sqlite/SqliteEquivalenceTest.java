package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.introspect.sqlite.ScriptPairs.ScriptPair;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What means the same is the same, above all what CREATE says at once and ALTER step by step. */
class SqliteEquivalenceTest {
  @TempDir Path folder;

  static List<ScriptPair> pairs() {
    return ScriptPairs.load("pairs/sqlite.txt");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void bothWaysLeadToTheSameModel(ScriptPair pair) {
    assertThat(SqliteModels.of(folder, pair.second()))
        .isEqualTo(SqliteModels.of(folder, pair.first()));
  }
}
