package dev.dbpreflight.report;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import dev.dbpreflight.rules.builtin.BuiltinRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said about rules outside of reports: the list, the tables of the documentation, and one
 * page per rule with its example. The examples are the files of {@code checks/<id>/}, which tests
 * run.
 */
public final class RuleDocs {
  private RuleDocs() {}

  /** One line per rule, for a terminal. */
  public static String list(Style style) {
    int width =
        BuiltinRules.ALL.stream().mapToInt(rule -> rule.info().id().length()).max().orElse(0);
    Page page = new Page(style);
    for (Rule rule : BuiltinRules.ALL) {
      RuleInfo info = rule.info();
      page.line(style.bold(info.id()) + " ".repeat(width - info.id().length() + 2) + kind(info));
      page.wrapped("    ", "    ", info.summary());
    }
    return page.toString();
  }

  private static String kind(RuleInfo info) {
    return info.engines().length == 1
        ? info.severity().token() + ", " + engines(info)
        : info.severity().token();
  }

  /**
   * The rules as a Markdown table.
   *
   * @param pages where the pages are, relative to the file that the table is for: "checks/"
   */
  public static String table(String pages) {
    StringBuilder table = new StringBuilder();
    table.append("| rule | severity | checked on | what is wrong |\n|---|---|---|---|\n");
    for (Rule rule : BuiltinRules.ALL) {
      RuleInfo info = rule.info();
      table.append(
          "| [%s](%s%s/README.md) | %s | %s | %s |\n"
              .formatted(
                  info.id(),
                  pages,
                  info.id(),
                  info.severity().token(),
                  engines(info),
                  info.summary()));
    }
    return table.toString();
  }

  /** One rule's page as Markdown. */
  public static String page(Rule rule) {
    RuleInfo info = rule.info();
    StringBuilder page = new StringBuilder();
    page.append("# ").append(info.id()).append("\n\n");
    page.append(info.summary()).append(".\n\n");
    page.append("Severity: ").append(info.severity().token());
    page.append(info.critical() ? " (risk: critical)" : "");
    page.append(". Checked on: ").append(engines(info)).append(".\n\n");
    page.append("## Why it matters\n\n").append(paragraph(info.why())).append('\n');
    page.append("## What to do\n\n").append(paragraph(info.fix())).append('\n');
    page.append(parameters(info));
    page.append(example(info));
    page.append("## Switch it off\n\n");
    page.append("    dbpreflight check --off ").append(info.id()).append('\n');
    page.append("    dbpreflight check --severity ").append(info.id()).append("=info\n");
    return page.toString();
  }

  private static String parameters(RuleInfo info) {
    if (info.parameters().length == 0) {
      return "";
    }
    StringBuilder settings = new StringBuilder("## Set its limits\n\nIn a check file:\n\n");
    settings.append("    rules:\n      ").append(info.id()).append(":\n");
    for (RuleInfo.Parameter parameter : info.parameters()) {
      settings.append(
          "        %s: %s  # %s, from %s to %s\n"
              .formatted(
                  parameter.name(),
                  number(parameter.standard()),
                  parameter.meaning(),
                  number(parameter.min()),
                  number(parameter.max())));
    }
    return settings.append('\n').toString();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** As wide as a terminal: the source is wider. */
  private static String paragraph(String text) {
    String words = text.strip().replaceAll("\\s+", " ");
    return new Page(new Style(false, true)).wrapped("", "", words).toString();
  }

  private static String example(RuleInfo info) {
    StringBuilder example = new StringBuilder("## Example\n\n");
    for (Engine engine : Engine.values()) {
      String name = engine.token();
      Optional<String> report = resource(info.id(), "report." + name + ".txt");
      if (report.isPresent()) {
        example.append(engineExample(info, name, report.get()));
        return example.toString();
      }
    }
    return "";
  }

  private static String engineExample(RuleInfo info, String engine, String report) {
    StringBuilder example = new StringBuilder();
    section(example, "The expected schema", sql(info, "expected", engine));
    section(example, "A database that it fires on", sql(info, "bad", engine));
    checkFile(example, info, "bad");
    section(example, "One that it does not fire on", sql(info, "good", engine));
    checkFile(example, info, "good");
    example.append("What dbpreflight prints:\n\n```text\n").append(report).append("```\n\n");
    return example.toString();
  }

  private static void section(StringBuilder example, String title, Optional<String> sql) {
    sql.ifPresent(
        text -> example.append(title).append(":\n\n```sql\n").append(text).append("```\n\n"));
  }

  private static void checkFile(StringBuilder example, RuleInfo info, String part) {
    resource(info.id(), part + ".yaml")
        .ifPresent(text -> example.append("with\n\n```yaml\n").append(text).append("```\n\n"));
  }

  private static Optional<String> sql(RuleInfo info, String part, String engine) {
    return resource(info.id(), part + "." + engine + ".sql")
        .or(() -> resource(info.id(), part + ".sql"));
  }

  private static Optional<String> resource(String id, String name) {
    try (InputStream file = RuleDocs.class.getResourceAsStream("/checks/" + id + "/" + name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String engines(RuleInfo info) {
    List<Engine> engines = Arrays.asList(info.engines());
    return engines.stream().map(Engine::title).collect(Collectors.joining(", "));
  }
}
