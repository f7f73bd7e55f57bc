package dev.dbpreflight.checks;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import dev.dbpreflight.support.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published JSON Schema and the program understand the same files. */
class CheckFileSchemaTest {
  private static final Path FILE =
      Path.of("src/main/resources/dev/dbpreflight/checks/check-file.schema.json");
  private static final Path EXAMPLE = Path.of("checks/example.yaml");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @TempDir private Path folder;

  private static JsonNode text() {
    try {
      return JSON.readTree(Files.readString(FILE));
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private static List<String> errors(String yaml) {
    JsonNode document =
        JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text());
    return schema.validate(document).stream().map(Object::toString).toList();
  }

  /** Rules come and go: their part of the schema is made of them. */
  @Test
  void theRulesAreThoseThatShip() {
    ObjectNode schema = (ObjectNode) text();
    ObjectNode definitions = (ObjectNode) schema.get("$defs");
    ArrayNode ids = definitions.putObject("ruleId").putArray("enum");
    BuiltinRules.ALL.forEach(rule -> ids.add(rule.info().id()));
    ObjectNode rules = definitions.putObject("rules");
    rules.put("type", "object").put("additionalProperties", false);
    ObjectNode properties = rules.putObject("properties");
    BuiltinRules.ALL.forEach(rule -> settings(properties.putObject(rule.info().id()), rule));
    String kinds = Arrays.stream(ObjectKind.values()).map(ObjectKind::token).collect(joining("|"));
    ObjectNode ofKind =
        rules.putObject("patternProperties").putObject("^[a-z-]+\\.(" + kinds + ")$");
    ArrayNode forms = ofKind.putArray("anyOf");
    reference(forms.addObject(), "severity");
    ObjectNode object = forms.addObject().put("type", "object").put("additionalProperties", false);
    reference(object.putObject("properties").putObject("severity"), "severity");

    Golden.check(FILE, JSON.writeValueAsString(schema) + "\n");
  }

  private static void settings(ObjectNode place, Rule rule) {
    place.put("description", rule.info().summary());
    ArrayNode forms = place.putArray("anyOf");
    reference(forms.addObject(), "severity");
    forms.addObject().put("const", "off");
    ObjectNode object = forms.addObject().put("type", "object").put("additionalProperties", false);
    ObjectNode properties = object.putObject("properties");
    reference(properties.putObject("severity"), "severity");
    properties.putObject("required").put("type", "boolean");
    properties.putObject("off").put("type", "boolean");
    for (RuleInfo.Parameter parameter : rule.info().parameters()) {
      properties
          .putObject(parameter.name())
          .put("type", parameter.whole() ? "integer" : "number")
          .put("minimum", parameter.min())
          .put("maximum", parameter.max())
          .put("default", parameter.standard())
          .put("description", parameter.meaning());
    }
  }

  private static void reference(ObjectNode place, String definition) {
    place.put("$ref", "#/$defs/" + definition);
  }

  static Stream<Map.Entry<String, List<String>>> keys() {
    List<String> root = new ArrayList<>(CheckFiles.OWN_KEYS);
    root.addAll(ProfileReader.KEYS);
    return Map.ofEntries(
        entry("/properties", root),
        entry("/$defs/backup/properties", BackupReader.KEYS),
        entry("/properties/capacity/properties", CheckFiles.CAPACITY_KEYS),
        entry("/$defs/check/properties", CheckReader.KEYS),
        entry("/$defs/column/properties", SchemaExpectations.COLUMN),
        entry("/$defs/index/properties", SchemaExpectations.INDEX),
        entry("/$defs/constraint/properties", SchemaExpectations.CONSTRAINT),
        entry("/$defs/sql/properties", AnswerExpectations.SQL),
        entry("/$defs/rows/anyOf/3/properties", AnswerExpectations.ROWS),
        entry("/$defs/http/properties", AnswerExpectations.HTTP),
        entry("/$defs/comparison/anyOf/1/properties", ComparisonReader.KEYS),
        entry("/$defs/waiver/properties", WaiverReader.KEYS))
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void theKeysAreTheSame(Map.Entry<String, List<String>> place) {
    assertThat(text().at(place.getKey()).propertyNames())
        .containsExactlyInAnyOrderElementsOf(place.getValue());
  }

  @Test
  void theWordsAreTheSame() {
    assertThat(words("/$defs/severity/anyOf/0")).isEqualTo(tokens(CheckReader.SEVERITIES));
    assertThat(words("/$defs/state/anyOf/0")).isEqualTo(tokens(ProfileReader.STATES));
    assertThat(words("/$defs/profile/anyOf/0")).isEqualTo(CheckFiles.SHIPPED);
    assertThat(words("/$defs/backup/properties/verify/anyOf/0"))
        .isEqualTo(tokens(BackupReader.DEPTHS));
    assertThat(words("/properties/phase/anyOf/0")).isEqualTo(tokens(ProfileReader.PHASES));
    List<String> aspects = new ArrayList<>(List.of("all"));
    aspects.addAll(tokens(ProfileReader.ASPECTS));
    assertThat(words("/$defs/aspect/anyOf/0")).isEqualTo(aspects);
    assertThat(words("/$defs/constraint/properties/on-delete/anyOf/0"))
        .isEqualTo(SchemaExpectations.ON_DELETE);
    assertThat(words("/$defs/constraint/properties/kind/anyOf/0"))
        .isEqualTo(Arrays.stream(ConstraintKind.values()).map(ConstraintKind::token).toList());
  }

  private static List<String> words(String place) {
    return text().at(place + "/enum").valueStream().map(JsonNode::asString).toList();
  }

  private static <T> List<String> tokens(Known<T> known) {
    return known.values().stream().map(known.token()).toList();
  }

  @Test
  void theExampleIsValidAndUsesEveryKey() throws IOException {
    String example = Files.readString(EXAMPLE);
    CheckFile file = CheckFiles.read(Path.of(""), EXAMPLE, Map.of());

    assertThat(errors(example)).isEmpty();
    assertThat(example).startsWith("# yaml-language-server: $schema=../" + FILE + "\n");
    assertThat(file.snapshots().orElseThrow().normalize()).isEqualTo(Path.of("schema-snapshots"));
    assertThat(file.checks()).hasSize(5);
    Set<String> used = new HashSet<>();
    collectKeys(
        JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(example)), used);
    Set<String> known = new TreeSet<>();
    keys().forEach(place -> known.addAll(place.getValue()));
    known.addAll(RuleSettings.KEYS);
    // It stands in the place of a file.
    known.remove("command");
    assertThat(used).containsAll(known);
  }

  private static void collectKeys(JsonNode node, Set<String> names) {
    node.propertyNames().forEach(names::add);
    node.forEach(child -> collectKeys(child, names));
  }

  @Test
  void theProfilesThatShipAreValid() throws IOException {
    for (String name : CheckFiles.SHIPPED) {
      assertThat(errors(Files.readString(Path.of("checks", name + ".yaml")))).as(name).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extends: drift",
        "revision: 20270101",
        "revision: 1.10",
        "tables: 0",
        "tables: ${COUNT:-3}",
        "capacity: {storage: 1.5 GiB}",
        "capacity: {storage: '${STORAGE:-500MB}'}",
        "accept: populated",
        "compare: all",
        "compare: [owners, grants]",
        "rules: {object-differs.index: {severity: info}, index-invalid: off}",
        "rules: {sequence-near-end: {max-used: 1}}",
        "off: index-invalid",
        "backup: {file: shop.dump}",
        "backup: {file: 'b/*.dump', max-age: 1d, verify: toc}",
        "backup: {file: shop.dump, verify: restore, restore-to: 'postgresql://scratch'}",
        "backup: {command: last-backup, max-age: 90m}",
        "backup: {command: [./last-backup, -n, 1], max-age: 90m}",
        "checks: {a: {tables: t}}",
        "checks: {a: {columns: t.c}}",
        "checks: {a: {columns: [t.c, s.t.c]}}",
        "checks: {a: {columns: {t.c: {default: false}}}}",
        "checks: {a: {indexes: i}}",
        "checks: {a: {rows: {t: '< 5', u: '>=1', v: {max: 0}}}}",
        "checks: {a: {sql: {query: q, expect: null, timeout: 10m}}}",
        "checks: {a: {http: [{url: 'HTTPS://h', json: {'': 1, /a~1b: {in: [1]}}}]}}",
        "waivers: []",
      })
  void acceptWhatIsRight(String text) {
    assertThat(errors(text)).isEmpty();
    assertThat(WrittenFile.read(folder, text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "- a",
        "check: {}",
        "extends: nothing",
        "phase: now",
        "revision: true",
        "revision: [a]",
        "tables: 1.5",
        "tables: -1",
        "capacity: 1GB",
        "capacity: {storage: 1000}",
        "capacity: {storage: 0GB}",
        "capacity: {storage: 1 Gb}",
        "capacity: {disk: 1GB}",
        "accept: [old]",
        "preview: yes",
        "compare: {owner: true}",
        "compare: {owners: 1}",
        "off: [index-invald]",
        "rules: {index-invald: error}",
        "rules: {index-invalid: {severity: loud}}",
        "rules: {index-invalid: {max-used: 1}}",
        "rules: {sequence-near-end: {max-used: 1.5}}",
        "rules: {object-differs.thing: error}",
        "rules: {object-differs.index: off}",
        "backup: shop.dump",
        "backup: {}",
        "backup: {max-age: 1d}",
        "backup: {file: [a]}",
        "backup: {file: a, max-age: 1}",
        "backup: {file: a, verify: all}",
        "backup: {file: a, command: b, max-age: 1d}",
        "backup: {command: b}",
        "backup: {command: [], max-age: 1d}",
        "backup: {command: b, max-age: 1d, verify: toc}",
        "backup: {command: b, max-age: 1d, restore-to: u}",
        "checks: [a]",
        "checks: {a: {}}",
        "checks: {a: {severity: error}}",
        "checks: {a: {tables: [1]}}",
        "checks: {a: {tables: t, when: [never]}}",
        "checks: {a: {columns: [c]}}",
        "checks: {a: {columns: {t.c: integer}}}",
        "checks: {a: {columns: {t.c: {nullable: 1}}}}",
        "checks: {a: {indexes: {i: {method: 1}}}}",
        "checks: {a: {constraints: {c: {kind: pk}}}}",
        "checks: {a: {rows: {t: many}}}",
        "checks: {a: {rows: {t: {}}}}",
        "checks: {a: {rows: {t: -1}}}",
        "checks: {a: {sql: {query: q}}}",
        "checks: {a: {sql: {query: q, expect: [1]}}}",
        "checks: {a: {sql: {query: q, expect: {in: [1], not: 2}}}}",
        "checks: {a: {sql: {query: q, expect: {between: [1]}}}}",
        "checks: {a: {sql: {query: q, expect: 1, timeout: 0s}}}",
        "checks: {a: {http: {status: 200}}}",
        "checks: {a: {http: {url: 'ftp://h'}}}",
        "checks: {a: {http: {url: 'http://h', status: 99}}}",
        "checks: {a: {http: {url: 'http://h', json: {a: 1}}}}",
        "checks: {a: {http: {url: 'http://h', json: {/a~2: 1}}}}",
        "waivers: {rule: index-invalid}",
        "waivers: [{rule: index-invalid, object: i, reason: r}]",
        "waivers: [{rule: index-invalid, object: i, reason: r, until: soon}]",
      })
  void refuseWhatIsWrong(String text) {
    assertThat(errors(text)).as("by the schema").isNotEmpty();
    assertThatThrownBy(() -> WrittenFile.read(folder, text))
        .as("by the program")
        .isInstanceOf(ProblemException.class);
  }
}
