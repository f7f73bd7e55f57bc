package dev.dbpreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dbpreflight.support.Golden;
import dev.dbpreflight.support.Records;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The same reports through every format. */
class ReportContractTest {
  private static final Path GOLDEN = Path.of("src/test/resources/reports");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Style SYMBOLS = new Style(false, true);

  static Set<String> reports() {
    return SampleReports.all().keySet();
  }

  static Set<String> comparisons() {
    return SampleComparisons.all().keySet();
  }

  /** A status has nothing that a report has not. */
  private static Status status(String name) {
    Report report = SampleReports.all().get(name);
    return new Status(
        report.toolVersion(),
        report.target(),
        report.state(),
        report.histories(),
        report.release());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void textOfReports(String name) {
    Report report = SampleReports.all().get(name);
    TextContract.holds(style -> new TextReport(style).format(report), isOurs(name));

    String text = new TextReport(SYMBOLS).format(report);
    assertThat(text.lines().findFirst().orElseThrow())
        .matches("(PASS|FAIL|INCONCLUSIVE)  .*, risk (low|medium|high|critical)");
    assertThat(text.substring(text.lastIndexOf("\n\n"))).startsWith("\n\nnext  ");
    Golden.check(GOLDEN.resolve(name + "/report.txt"), text);
  }

  @Test
  void coloursOfReportsAndScreensWithoutSymbols() {
    Golden.check(
        GOLDEN.resolve("plain.txt"),
        new TextReport(Style.PLAIN).format(SampleReports.all().get("many-findings")));
    Golden.check(
        GOLDEN.resolve("colours.txt"),
        new TextReport(new Style(true, true)).format(SampleReports.all().get("many-findings")));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void jsonOfReports(String name) {
    String json = new JsonReport().format(SampleReports.all().get(name));

    isValid(json, "report");
    Golden.check(GOLDEN.resolve(name + "/report.json"), json);
  }

  @Test
  void theWordsOfEveryRuleThatShips() {
    Report report = SampleReports.everyRule();

    TextContract.holds(style -> new TextReport(style).format(report), true);
    isValid(new JsonReport().format(report), "report");
  }

  @Test
  void onlyTheTimingOfAReportDiffersBetweenRuns() {
    for (Report report : SampleReports.all().values()) {
      JsonNode one = JSON.readTree(new JsonReport().format(report));
      JsonNode other = JSON.readTree(new JsonReport().format(later(report)));
      assertThat(one).isNotEqualTo(other);
      ((ObjectNode) one).remove("timing");
      ((ObjectNode) other).remove("timing");
      assertThat(one).isEqualTo(other);
      assertThat(new TextReport(SYMBOLS).format(report))
          .isEqualTo(new TextReport(SYMBOLS).format(later(report)));
    }
  }

  private static Report later(Report report) {
    Report.Timing other = new Report.Timing(Instant.EPOCH, Duration.ofHours(1), 1, 1);
    // People are told of the moment, too, where somebody asked.
    return Records.with(report, "timing", other.at(report.timing().moment()));
  }

  @Test
  void jsonKeepsHostileNamesAsTheyAre() {
    JsonNode report =
        JSON.readTree(new JsonReport().format(SampleReports.all().get("hostile-names")));
    assertThat(report.get("results").get(1).get("findings").valueStream())
        .extracting(finding -> finding.get("object").get("name").asString())
        .containsExactlyElementsOf(HostileNames.ALL);
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void textOfComparisons(String name) {
    Comparison comparison = SampleComparisons.all().get(name);
    TextContract.holds(style -> new ComparisonText(style).format(comparison), isOurs(name));

    String text = new ComparisonText(SYMBOLS).format(comparison);
    assertThat(text.lines().findFirst().orElseThrow()).matches("(EQUAL|DIFFERENT  \\d+ .*).*");
    Golden.check(GOLDEN.resolve(name + "/diff.txt"), text);
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void jsonOfComparisons(String name) {
    String json = new ComparisonJson().format(SampleComparisons.all().get(name));

    isValid(json, "diff");
    Golden.check(GOLDEN.resolve(name + "/diff.json"), json);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void textOfStatuses(String name) {
    Status status = status(name);
    TextContract.holds(style -> new StatusText(style).format(status), isOurs(name));

    Golden.check(GOLDEN.resolve(name + "/status.txt"), new StatusText(SYMBOLS).format(status));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void jsonOfStatuses(String name) {
    isValid(new StatusJson().format(status(name)), "status");
  }

  @Test
  void theListOfRules() {
    TextContract.holds(RuleDocs::list, true);
  }

  /** What a schema knows and no report has would be a slip of the pen in the schema. */
  @Test
  void theSchemasNameNoPropertyThatIsNeverWritten() {
    assertThat(known("report"))
        .isEqualTo(written(SampleReports.all().values().stream().map(new JsonReport()::format)));
    assertThat(known("diff"))
        .isEqualTo(
            written(SampleComparisons.all().values().stream().map(new ComparisonJson()::format)));
    assertThat(known("status"))
        .isEqualTo(written(reports().stream().map(name -> new StatusJson().format(status(name)))));
  }

  private static boolean isOurs(String name) {
    return !name.startsWith("hostile-");
  }

  private static void isValid(String json, String schema) {
    assertThat(json).matches("[\\x20-\\x7e\\n]*").endsWith("}\n").doesNotContain("##");
    Schema published =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.readTree(text(schema)));
    assertThat(published.validate(json, InputFormat.JSON)).isEmpty();
    String other = json.replaceFirst("\"format\" : 1", "\"format\" : 2");
    assertThat(published.validate(other, InputFormat.JSON)).isNotEmpty();
  }

  private static String text(String schema) {
    try (InputStream file = Report.class.getResourceAsStream(schema + ".schema.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static Set<String> known(String schema) {
    Set<String> names = new TreeSet<>();
    collectKnown(JSON.readTree(text(schema)), names);
    return names;
  }

  private static void collectKnown(JsonNode node, Set<String> names) {
    if (node.path("properties").isObject()) {
      names.addAll(node.get("properties").propertyNames());
    }
    node.forEach(child -> collectKnown(child, names));
  }

  private static Set<String> written(Stream<String> reports) {
    Set<String> names = new TreeSet<>();
    reports.forEach(report -> collectWritten(JSON.readTree(report), names));
    return names;
  }

  private static void collectWritten(JsonNode node, Set<String> names) {
    names.addAll(node.propertyNames());
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      // Kinds of objects are names there.
      if (!child.getKey().equals("objects")) {
        collectWritten(child.getValue(), names);
      }
    }
    if (node.isArray()) {
      node.forEach(element -> collectWritten(element, names));
    }
  }
}
