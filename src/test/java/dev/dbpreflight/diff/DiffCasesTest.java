package dev.dbpreflight.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.snapshot.SnapshotFile;
import dev.dbpreflight.support.Golden;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each case: before.json and after.json, and changes.txt with a sentence per change. */
class DiffCasesTest {
  private final SchemaDiff proper = new SchemaDiff(Set.of());
  private final SchemaDiff everything = new SchemaDiff(EnumSet.allOf(Aspect.class));

  @TestFactory
  Stream<DynamicTest> changesAreAsTheFileSays() {
    return DiffCases.all().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () -> Golden.check(folder.resolve("changes.txt"), changes(folder))));
  }

  @TestFactory
  Stream<DynamicTest> nothingDiffersFromItself() {
    return DiffCases.all().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      SchemaModel before = read(folder, "before.json");
                      assertThat(everything.compare(before, read(folder, "before.json"))).isEmpty();
                    }));
  }

  private String changes(Path folder) {
    SchemaModel before = read(folder, "before.json");
    SchemaModel after = read(folder, "after.json");
    List<Change> always = proper.compare(before, after);
    StringBuilder text = new StringBuilder();
    always.forEach(change -> text.append(ChangeText.sentence(change)).append('\n'));
    everything.compare(before, after).stream()
        .filter(change -> !always.contains(change))
        .forEach(
            change ->
                text.append("in an aspect: ").append(ChangeText.sentence(change)).append('\n'));
    return text.isEmpty() ? "nothing differs\n" : text.toString();
  }

  private static SchemaModel read(Path folder, String name) {
    return SnapshotFile.read(folder.resolve(name)).schema();
  }
}
