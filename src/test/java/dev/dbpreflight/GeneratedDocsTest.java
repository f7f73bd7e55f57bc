package dev.dbpreflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.cli.CommandLineRun;
import dev.dbpreflight.cli.CommandReference;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.report.RuleDocs;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated from the code is as the code says. */
class GeneratedDocsTest {
  private static final Path README = Path.of("README.md");
  private static final Path CHECKS = Path.of("checks");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)]+)\\)");

  static List<Rule> rules() {
    return BuiltinRules.ALL;
  }

  @Test
  void theReadmeHasTheRules() throws IOException {
    checkBlock("rules", RuleDocs.table("checks/"));
  }

  @Test
  void theReadmeHasTheExitCodes() throws IOException {
    StringBuilder table = new StringBuilder("| exit | meaning |\n|---|---|\n");
    for (ExitCode code : ExitCode.values()) {
      table.append("| %d | %s |\n".formatted(code.code(), code.meaning()));
    }
    checkBlock("exit codes", table.toString());
  }

  @Test
  void theReadmeHasTheCommandLine() throws IOException {
    checkBlock("command line", CommandReference.markdown());
  }

  @Test
  void theReadmeShowsTheSnapshotOfTheDemonstration(@TempDir Path folder) throws IOException {
    Path shop =
        Databases.sqlite(
            folder,
            Files.readString(Path.of("src/main/resources/dev/dbpreflight/app/demo/shop.sql")));
    CommandLineRun run = CommandLineRun.of("snapshot", shop.toString(), "--revision", "v1_4_0");

    Golden.check(Path.of("schema-snapshots/v1_4_0.json"), run.out());
    checkBlock("snapshot", "```json\n" + run.out() + "```\n");
  }

  @Test
  void theReadmeShowsWhatTheDemonstrationPrints() throws IOException {
    String demo = CommandLineRun.of("demo").out();
    String last = demo.substring(demo.indexOf("$ dbpreflight check populated.db"));
    checkBlock(
        "demo", "```text\n" + last.substring(0, last.indexOf("Now your own")).strip() + "\n```\n");
  }

  @Test
  void theListOfRulesIsTheirTable() {
    Golden.check(
        CHECKS.resolve("README.md"),
        "<!-- Generated from the classes of the rules: mvn verify -Dupdate=true -->\n\n"
            + "# Rules\n\n"
            + RuleDocs.table(""));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHasItsPage(Rule rule) {
    Golden.check(
        CHECKS.resolve(rule.info().id()).resolve("README.md"),
        "<!-- Generated from the class of the rule and the files beside this one:"
            + " mvn verify -Dupdate=true -->\n\n"
            + RuleDocs.page(rule));
  }

  @Test
  void linksOfTheReadmeLeadSomewhere() throws IOException {
    Matcher links = LINK.matcher(Files.readString(README));
    while (links.find()) {
      assertThat(Path.of(links.group(1))).exists();
    }
  }

  private static void checkBlock(String name, String content) throws IOException {
    String readme = Files.readString(README);
    String start = "<!-- generated: " + name + " -->\n";
    String end = "<!-- end generated: " + name + " -->\n";
    int from = readme.indexOf(start) + start.length();
    int to = readme.indexOf(end);
    assertThat(to).as("the block of the README: %s", name).isGreaterThanOrEqualTo(from);
    Golden.check(README, readme.substring(0, from) + content + readme.substring(to));
  }
}
