package dev.dbpreflight.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.LiveFacts;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.snapshot.Variants.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotRoundTripTest {
  private static final ServerVersion VERSION = new ServerVersion(17, 2, "17.2 (Debian 17.2-1)");

  @ParameterizedTest
  @EnumSource
  void readsBackWhatItWroteWhicheverComponentChanges(Engine engine) {
    Variants variants = new Variants();
    for (SchemaObject object : Samples.objects()) {
      String before = json(engine, object);
      assertThat(read(before)).as(before).isEqualTo(snapshot(engine, object));
      for (Variant variant : variants.of((Record) object)) {
        SchemaObject changed = (SchemaObject) variant.value();
        String after = json(engine, changed);
        assertThat(after).as(variant.component()).isNotEqualTo(before);
        assertThat(read(after)).as(variant.component()).isEqualTo(snapshot(engine, changed));
      }
    }
  }

  @Test
  void changesEveryComponentOfEveryRecordOfTheModel() throws Exception {
    Variants variants = new Variants();
    Samples.objects().forEach(object -> variants.of((Record) object));
    variants.of(everything());

    assertThat(variants.seen()).isEqualTo(componentsOfTheModel());
  }

  @Test
  void readsBackVersionsRevisionsAndWhatIsNotModelled() {
    for (Variant variant : new Variants().of(everything())) {
      Snapshot snapshot =
          new Snapshot((SchemaModel) variant.value(), "v1_4_0", "dbpreflight 0.1.0");
      assertThat(read(Json.of(snapshot))).as(variant.component()).isEqualTo(snapshot);
    }
  }

  private static SchemaModel everything() {
    return new SchemaModel(
        Engine.POSTGRESQL,
        VERSION,
        Samples.objects(),
        List.of(new Unsupported("operator class", List.of("public.x"))));
  }

  private static Set<String> componentsOfTheModel() throws Exception {
    Path classes =
        Path.of(SchemaModel.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path folder = classes.resolve("dev/dbpreflight/model");
    Set<String> components = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        components.addAll(componentsOf(Class.forName("dev.dbpreflight.model." + name)));
      }
    }
    return components;
  }

  /** Live facts are not part of a schema, and references only point at it. */
  private static List<String> componentsOf(Class<?> type) {
    boolean inSnapshots = !type.getName().startsWith(LiveFacts.class.getName());
    if (!type.isRecord() || type == ObjectRef.class || !inSnapshots) {
      return List.of();
    }
    return Arrays.stream(type.getRecordComponents())
        .map(component -> type.getSimpleName() + "." + component.getName())
        .toList();
  }

  private static Snapshot snapshot(Engine engine, SchemaObject object) {
    return new Snapshot(
        new SchemaModel(engine, VERSION, List.of(object), List.of()), "", "dbpreflight 0.1.0");
  }

  private static String json(Engine engine, SchemaObject object) {
    return Json.of(snapshot(engine, object));
  }

  private static Snapshot read(String json) {
    return Json.read(json);
  }
}
