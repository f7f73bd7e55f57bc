package dev.dbpreflight.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.SchemaObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Files that users have committed can be read for ever. The file of a format holds everything that
 * the format had when it came out; nobody writes it anew.
 */
class SnapshotFormatTest {
  private static final Path FORMAT_1 = Path.of("src/test/resources/snapshots/format-1.json");

  @Test
  void readsFormat1WithTheFingerprintThatItHadThen() {
    Snapshot snapshot = SnapshotFile.read(FORMAT_1);

    assertThat(snapshot.revision()).isEqualTo("v1_4_0");
    assertThat(Fingerprint.of(snapshot.schema()))
        .isEqualTo("sha256:aeb2178fa399412cb88c294b342921f3e3964c64142b4cfcd3e9eb860b988050");
  }

  @Test
  void writesFormat1AsItWasThen() throws IOException {
    assertThat(Json.of(SnapshotFile.read(FORMAT_1))).isEqualTo(Files.readString(FORMAT_1));
  }

  @Test
  void everyListIsThereInTheOrderOfTheKinds() throws IOException {
    String json = Files.readString(FORMAT_1);
    int last = 0;
    for (Group group : Group.values()) {
      int at = json.indexOf("\n  \"" + group.member() + "\": [");
      assertThat(at).as(group.member()).isGreaterThan(last);
      last = at;
    }
    assertThat(Group.values())
        .extracting(Group::kind)
        .isSorted()
        .containsExactlyElementsOf(kindsOfTheirOwn());
  }

  /** Every kind but those of the parts of tables. */
  private static Set<ObjectKind> kindsOfTheirOwn() {
    Set<ObjectKind> kinds = EnumSet.noneOf(ObjectKind.class);
    for (SchemaObject object : Samples.objects()) {
      Samples.inEveryGroup(object).forEach(each -> kinds.add(each.kind()));
    }
    return kinds;
  }
}
