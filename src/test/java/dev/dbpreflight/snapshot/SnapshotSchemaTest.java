package dev.dbpreflight.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.support.SchemaBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The published JSON Schema allows exactly what the program writes. */
class SnapshotSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode TEXT = text();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

  @Test
  void acceptsEveryRecordWithEveryComponent() {
    assertThat(errors(Json.of(everything(Engine.POSTGRESQL)))).isEmpty();
    assertThat(errors(Json.of(everything(Engine.SQLITE)))).isEmpty();
  }

  @Test
  void acceptsWhatIsLeftOutAndWhatIsOnOneLine() {
    SchemaModel model =
        SchemaBuilder.sqlite()
            .table("t", table -> table.column("id", "").primaryKey("id").index("id"))
            .view("v", "SELECT id\nFROM t", "id INTEGER")
            .build();

    assertThat(errors(Json.of(new Snapshot(model, "", "dbpreflight 0.1.0")))).isEmpty();
  }

  @Test
  void refusesWhatTheReaderRefuses() {
    String json = Json.of(everything(Engine.POSTGRESQL));

    assertThat(errors(json.replaceFirst("\"position\"", "\"positoin\""))).isNotEmpty();
    assertThat(errors(json.replaceFirst("\"form\": \"foreign\"", "\"form\": \"x\""))).isNotEmpty();
    assertThat(errors(json.replace("\"format\": 1", "\"format\": 2"))).isNotEmpty();
  }

  /** What the schema knows and no file has would be a slip of the pen in the schema. */
  @Test
  void namesNoPropertyThatIsNeverWritten() throws IOException {
    Set<String> written = new HashSet<>();
    collectNames(JSON.readTree(Json.of(everything(Engine.POSTGRESQL))), written);
    Set<String> known = new HashSet<>();
    collectProperties(TEXT, known);

    assertThat(known).isEqualTo(written);
  }

  private static Snapshot everything(Engine engine) {
    List<SchemaObject> objects = new ArrayList<>();
    for (SchemaObject object : Samples.objects()) {
      objects.addAll(Samples.inEveryGroup(object));
    }
    SchemaModel model =
        new SchemaModel(
            engine,
            new ServerVersion(1, 2, "1.2"),
            objects,
            List.of(new Unsupported("operator class", List.of("x"))));
    return new Snapshot(model, "v1", "dbpreflight 0.1.0");
  }

  private static List<Error> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }

  private static void collectNames(JsonNode node, Set<String> names) {
    names.addAll(node.propertyNames());
    node.forEach(child -> collectNames(child, names));
  }

  private static void collectProperties(JsonNode node, Set<String> names) {
    if (node.path("properties").isObject()) {
      names.addAll(node.get("properties").propertyNames());
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      collectProperties(child.getValue(), names);
    }
    if (node.isArray()) {
      node.forEach(child -> collectProperties(child, names));
    }
  }

  private static JsonNode text() {
    try (InputStream stream = Snapshot.class.getResourceAsStream("snapshot.schema.json")) {
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
