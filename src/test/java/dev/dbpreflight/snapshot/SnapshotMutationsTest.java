package dev.dbpreflight.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every single member of a file that holds everything, made wrong: none gets through unnoticed. */
class SnapshotMutationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode file = everything();

  @Test
  void refusesAnUnknownPropertyInEveryObject() {
    int objects = 0;
    for (ObjectNode object : objects(file)) {
      object.put("surprise", 1);
      assertThat(refusal()).as(object.toString()).contains("the unknown property \"surprise\"");
      object.remove("surprise");
      objects++;
    }

    assertThat(objects).isGreaterThan(100);
  }

  @Test
  void refusesAValueOfAnotherTypeInEveryMember() {
    int members = 0;
    for (ObjectNode object : objects(file)) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.get(name);
        for (String wrong : List.of("null", "[[]]", "1.5", "[{\"x\": 1}]")) {
          object.set(name, JSON.readTree(wrong));
          assertThat(refusal()).as("%s: %s", name, wrong).contains(name);
        }
        object.set(name, value);
        members++;
      }
    }

    assertThat(members).isGreaterThan(400);
  }

  @Test
  void noticesEveryMemberThatIsRemoved() {
    Set<String> noPartOfTheSchema = Set.of("fingerprint", "revision");
    for (ObjectNode object : objects(file)) {
      for (String name : List.copyOf(object.propertyNames())) {
        if (object == file && noPartOfTheSchema.contains(name)) {
          continue;
        }
        JsonNode value = object.remove(name);
        assertThat(refusal()).as(name).isNotBlank();
        object.set(name, value);
      }
    }
  }

  private String refusal() {
    String json = JSON.writeValueAsString(file);
    ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> Json.read(json));
    return thrown == null ? "" : thrown.problem().what();
  }

  private static List<ObjectNode> objects(JsonNode node) {
    List<ObjectNode> objects = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    if (node instanceof ObjectNode || node instanceof ArrayNode) {
      node.forEach(child -> objects.addAll(objects(child)));
    }
    return objects;
  }

  private static ObjectNode everything() {
    SchemaModel model =
        new SchemaModel(
            Engine.POSTGRESQL,
            new ServerVersion(17, 2, "17.2"),
            Samples.objects(),
            List.of(new Unsupported("operator class", List.of("x"))));
    String json = Json.of(new Snapshot(model, "v1", "dbpreflight 0.1.0"));
    return (ObjectNode) JSON.readTree(json);
  }
}
