package dev.dbpreflight.checks;

import dev.dbpreflight.checks.Comparison.Equal;
import dev.dbpreflight.checks.Comparison.Ordered;
import dev.dbpreflight.checks.Expectation.HttpAnswers;
import dev.dbpreflight.checks.Expectation.RowsWithin;
import dev.dbpreflight.checks.Expectation.SqlAnswers;
import dev.dbpreflight.checks.YamlNode.Entry;
import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what a check expects of answers: to queries, of counted rows, from HTTP. */
final class AnswerExpectations {
  static final List<String> SQL = List.of("query", "expect", "timeout");
  static final List<String> ROWS = List.of("min", "max");
  static final List<String> HTTP = List.of("url", "status", "body", "json", "headers", "timeout");

  private final Mistakes mistakes;
  private final Typed typed;
  private final ComparisonReader comparisons;

  AnswerExpectations(Mistakes mistakes) {
    this.mistakes = mistakes;
    this.typed = new Typed(mistakes);
    this.comparisons = new ComparisonReader(mistakes);
  }

  List<Expectation> sql(Section check) {
    List<Expectation> answers = new ArrayList<>();
    for (YamlNode item : check.items("sql")) {
      typed.mapping(item, "sql").flatMap(this::sql).ifPresent(answers::add);
    }
    return answers;
  }

  private Optional<Expectation> sql(Mapping mapping) {
    Section section = new Section(mapping, SQL, mistakes);
    Optional<FileText> query = section.fileText("query");
    Optional<Comparison> expect =
        section.node("expect").flatMap(node -> comparisons.read(node, "expect"));
    Optional<Duration> timeout = timeout(section);
    require(section, "query");
    require(section, "expect");
    return query.isEmpty() || expect.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SqlAnswers(query.get(), expect.get(), timeout, mistakes.at(section.line())));
  }

  private void require(Section section, String key) {
    if (!section.has(key)) {
      mistakes.add(
          section.line(), "the key \"" + key + "\" is missing here", "write " + key + ": …");
    }
  }

  private Optional<Duration> timeout(Section section) {
    return section.node("timeout").flatMap(node -> typed.duration(node, "timeout"));
  }

  /** {@code {accounts: 5}}, {@code {accounts: ">= 1"}}, {@code {accounts: {min: 1, max: 9}}}. */
  List<Expectation> rows(Section check) {
    List<Expectation> rows = new ArrayList<>();
    for (Entry entry : check.mapping("rows").map(Mapping::entries).orElse(List.of())) {
      Optional<Expectation> bounds =
          switch (entry.value()) {
            case Mapping mapping -> bounds(entry, new Section(mapping, ROWS, mistakes));
            default ->
                comparisons
                    .read(entry.value(), entry.key())
                    .flatMap(comparison -> bounds(entry, comparison));
          };
      bounds.ifPresent(rows::add);
    }
    return rows;
  }

  private Optional<Expectation> bounds(Entry entry, Section section) {
    OptionalLong min = bound(section, "min");
    OptionalLong max = bound(section, "max");
    boolean nothing = !section.has("min") && !section.has("max");
    if (nothing || min.orElse(0) > max.orElse(Long.MAX_VALUE)) {
      mistakes.add(
          section.line(),
          nothing ? "no bound stands here" : "no number of rows is within these bounds",
          "write {min: 1}, {max: 9} or {min: 1, max: 9}");
      return Optional.empty();
    }
    return Optional.of(new RowsWithin(entry.key(), min, max, mistakes.at(entry.line())));
  }

  private OptionalLong bound(Section section, String key) {
    return section
        .node(key)
        .map(node -> typed.whole(node, key, 0, Long.MAX_VALUE))
        .orElse(OptionalLong.empty());
  }

  private Optional<Expectation> bounds(Entry entry, Comparison comparison) {
    Optional<RowsWithin> rows =
        switch (comparison) {
          case Equal equal when equal.expected() instanceof Value.Number number ->
              within(entry, number, 0, 0);
          case Ordered ordered ->
              switch (ordered.order()) {
                case AT_LEAST -> within(entry, ordered.limit(), 0, -1);
                case MORE_THAN -> within(entry, ordered.limit(), 1, -1);
                case AT_MOST -> within(entry, ordered.limit(), -1, 0);
                case LESS_THAN -> within(entry, ordered.limit(), -1, -2);
              };
          default -> Optional.empty();
        };
    if (rows.isEmpty()) {
      typed.wrong(entry.value(), entry.key(), "a number of rows such as 5, \">= 1\" or {max: 9}");
    }
    return rows.map(found -> found);
  }

  /**
   * Bounds around a whole number that is not negative.
   *
   * @param min what to add for the lower bound; -1 for none
   * @param max what to add for the upper bound; -1 for none, -2 for the number below
   */
  private Optional<RowsWithin> within(Entry entry, Value.Number number, int min, int max) {
    BigDecimal value = number.number();
    boolean counts =
        value.signum() >= 0
            && value.scale() <= 0
            && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
    if (!counts || (max == -2 && value.signum() == 0)) {
      return Optional.empty();
    }
    long rows = value.longValueExact();
    return Optional.of(
        new RowsWithin(
            entry.key(),
            min < 0 ? OptionalLong.empty() : OptionalLong.of(rows + min),
            max == -1 ? OptionalLong.empty() : OptionalLong.of(max == -2 ? rows - 1 : rows),
            mistakes.at(entry.line())));
  }

  List<Expectation> http(Section check) {
    List<Expectation> answers = new ArrayList<>();
    for (YamlNode item : check.items("http")) {
      typed.mapping(item, "http").flatMap(this::http).ifPresent(answers::add);
    }
    return answers;
  }

  private Optional<Expectation> http(Mapping mapping) {
    Section section = new Section(mapping, HTTP, mistakes);
    require(section, "url");
    Optional<Scalar> url = section.scalar("url").filter(this::isUsable);
    OptionalLong status =
        section
            .node("status")
            .map(node -> typed.whole(node, "status", 100, 599))
            .orElse(OptionalLong.empty());
    Optional<FileText> body = section.fileText("body");
    Map<String, Comparison> json = json(section);
    Map<String, FileText> headers = headers(section);
    Optional<Duration> timeout = timeout(section);
    return url.map(
        address ->
            new HttpAnswers(
                address.text(),
                (int) status.orElse(200),
                body,
                json,
                headers,
                timeout,
                mistakes.at(section.line())));
  }

  private boolean isUsable(Scalar url) {
    try {
      URI address = new URI(url.value());
      String scheme = String.valueOf(address.getScheme());
      if (scheme.matches("(?i)https?") && address.getHost() != null) {
        return true;
      }
    } catch (URISyntaxException noUrl) {
      // Its message holds the whole text.
    }
    mistakes.add(url.line(), url.shown() + " is no URL of HTTP", "write http://host:port/path");
    return false;
  }

  private Map<String, Comparison> json(Section section) {
    Map<String, Comparison> expected = new LinkedHashMap<>();
    for (Entry entry : section.mapping("json").map(Mapping::entries).orElse(List.of())) {
      if (!entry.key().matches("(?s)(/.*)?") || entry.key().matches("(?s).*~(?![01]).*")) {
        mistakes.add(
            entry.line(),
            Scalar.shown(entry.key()) + " is no JSON pointer",
            "write /name/0, with ~1 for \"/\" and ~0 for \"~\" in a name");
      } else {
        comparisons
            .read(entry.value(), entry.key())
            .ifPresent(comparison -> expected.put(entry.key(), comparison));
      }
    }
    return expected;
  }

  private Map<String, FileText> headers(Section section) {
    Map<String, FileText> headers = new LinkedHashMap<>();
    for (Entry entry : section.mapping("headers").map(Mapping::entries).orElse(List.of())) {
      typed
          .scalar(entry.value(), entry.key())
          .ifPresent(
              value -> header(entry, value).ifPresent(text -> headers.put(entry.key(), text)));
    }
    return headers;
  }

  private Optional<FileText> header(Entry entry, Scalar value) {
    if (LiteralSecrets.isSecretName(entry.key()) && LiteralSecrets.isLiteral(value.written())) {
      mistakes.add(entry.line(), LiteralSecrets.WHAT, LiteralSecrets.NEXT);
      return Optional.empty();
    }
    boolean name = entry.key().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    boolean oneLine = value.value().chars().allMatch(letter -> letter >= ' ' && letter != 127);
    if (!name || !oneLine) {
      mistakes.add(
          entry.line(),
          "the header " + Scalar.shown(entry.key()) + " cannot be sent",
          "write a name without spaces, and a value on one line");
      return Optional.empty();
    }
    return Optional.of(value.text());
  }
}
