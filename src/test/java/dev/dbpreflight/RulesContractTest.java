package dev.dbpreflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.checks.CheckFiles;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule has to keep, so that tables, pages and reports can be made of it. */
class RulesContractTest {
  private static final Path CHECKS = Path.of("checks");
  private static final Path CLASSES = Path.of("src/main/java/dev/dbpreflight/rules/builtin");
  private static final int SUMMARY = 90;

  static List<Rule> rules() {
    return BuiltinRules.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theIdIsTheNameOfTheClass(Rule rule) {
    String kebab =
        rule.getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    assertThat(rule.info().id()).isEqualTo(kebab);
    assertThat(kebab).doesNotMatch("(avoid|ban|prefer|require|use|do-not)-.*");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theTextsSayWhatTheyMust(Rule rule) {
    RuleInfo info = rule.info();
    assertThat(info.summary()).hasSizeLessThanOrEqualTo(SUMMARY).doesNotEndWith(".");
    assertThat(info.why().strip()).endsWith(".").doesNotContain(";");
    assertThat(info.fix().strip()).endsWith(".");
    assertThat(info.since()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(info.engines()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theExampleIsComplete(Rule rule) throws IOException {
    Path folder = CHECKS.resolve(rule.info().id());
    assertThat(files(folder)).as("examples of %s", rule.info().id()).anyMatch(isPart("bad"));
    assertThat(files(folder)).as("examples of %s", rule.info().id()).anyMatch(isPart("good"));
  }

  private static java.util.function.Predicate<String> isPart(String part) {
    return name -> name.startsWith(part + ".") && name.endsWith(".sql");
  }

  @Test
  void theListIsSortedAndComplete() throws IOException {
    List<String> ids = BuiltinRules.ALL.stream().map(rule -> rule.info().id()).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    List<String> listed =
        BuiltinRules.ALL.stream().map(rule -> rule.getClass().getSimpleName()).sorted().toList();
    List<String> written =
        files(CLASSES).stream()
            .map(name -> name.replace(".java", ""))
            .filter(name -> !List.of("BuiltinRules", "package-info").contains(name))
            .sorted()
            .toList();
    assertThat(listed).isEqualTo(written);
  }

  @Test
  void everyFolderOfExamplesBelongsToARule() throws IOException {
    List<String> ids = BuiltinRules.ALL.stream().map(rule -> rule.info().id()).toList();
    List<String> folders =
        files(CHECKS).stream().filter(name -> Files.isDirectory(CHECKS.resolve(name))).toList();
    assertThat(folders).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void theProfilesNameLivingRules() {
    List<String> ids = BuiltinRules.ALL.stream().map(rule -> rule.info().id()).toList();
    for (String name : CheckFiles.SHIPPED) {
      Profile profile = CheckFiles.shipped(name).profile();
      assertThat(ids).as(name).containsAll(profile.required()).containsAll(profile.leftOut());
      assertThat(profile.severities().keySet())
          .as(profile.name())
          .allMatch(key -> ids.contains(key.replaceFirst("\\..*", "")));
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
