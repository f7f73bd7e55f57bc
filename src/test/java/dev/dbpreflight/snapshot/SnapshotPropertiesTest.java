package dev.dbpreflight.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What holds for every model, tried on random ones; a failure names its seed. */
class SnapshotPropertiesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MODELS = 100;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readingGivesBackWhatWasWritten(long seed) {
    RandomModels models = new RandomModels(seed);
    for (int i = 0; i < MODELS; i++) {
      Snapshot snapshot = new Snapshot(models.next(), models.text(), models.text());
      String json = Json.of(snapshot);

      assertThat(Json.read(json)).as("seed %d, model %d", seed, i).isEqualTo(snapshot);
      assertThat(Json.of(Json.read(json))).as("seed %d, model %d", seed, i).isEqualTo(json);
    }
  }

  @Test
  void theOrderInWhichObjectsWereReadDoesNotShow() {
    RandomModels models = new RandomModels(4);
    for (int i = 0; i < MODELS; i++) {
      SchemaModel model = models.next();
      List<SchemaObject> shuffled = new ArrayList<>(model.objects());
      Collections.shuffle(shuffled, new Random(i));
      SchemaModel same =
          new SchemaModel(model.engine(), model.version(), shuffled, model.unsupported());

      assertThat(Json.of(new Snapshot(same, "", "")))
          .isEqualTo(Json.of(new Snapshot(model, "", "")));
    }
  }

  @Test
  void everyFileIsJsonOfLinesThatHideNothing() {
    RandomModels models = new RandomModels(5);
    for (int i = 0; i < MODELS; i++) {
      String json = Json.of(new Snapshot(models.next(), "", ""));

      JsonNode tree = JSON.readTree(json);
      assertThat(tree.path("format").intValue()).isEqualTo(1);
      assertThat(json).endsWith("\n}\n").doesNotContain("\t", "\r", "\u202e", "\ufeff", "\u001b");
      assertThat(json.lines().filter(line -> line.endsWith(" "))).isEmpty();
    }
  }

  @Test
  void theFingerprintTellsModelsApart() {
    RandomModels models = new RandomModels(6);
    List<String> fingerprints = new ArrayList<>();
    for (int i = 0; i < MODELS; i++) {
      SchemaModel model = models.next();
      if (!model.objects().isEmpty()) {
        fingerprints.add(Fingerprint.of(model));
      }
    }

    assertThat(fingerprints).doesNotHaveDuplicates().allMatch(it -> it.startsWith("sha256:"));
  }
}
