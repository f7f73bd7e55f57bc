package dev.dbpreflight.checks;

import dev.dbpreflight.checks.Comparison.Between;
import dev.dbpreflight.checks.Comparison.Equal;
import dev.dbpreflight.checks.Comparison.In;
import dev.dbpreflight.checks.Comparison.Not;
import dev.dbpreflight.checks.Comparison.Order;
import dev.dbpreflight.checks.Comparison.Ordered;
import dev.dbpreflight.checks.YamlNode.Items;
import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a value is held against: {@code 5}, {@code ">= 5"}, {@code {in: [a, b]}}. */
final class ComparisonReader {
  static final List<String> KEYS = List.of("equal", "not", "between", "in");

  private static final Pattern SIGNED = Pattern.compile("(?s)(>=|<=|!=|[<>=])\\s*(.*)");
  private static final String QUOTE_IT = "write {equal: \"…\"} if the text itself is meant";

  private final Mistakes mistakes;
  private final Typed typed;

  ComparisonReader(Mistakes mistakes) {
    this.mistakes = mistakes;
    this.typed = new Typed(mistakes);
  }

  Optional<Comparison> read(YamlNode node, String key) {
    return switch (node) {
      case Scalar scalar -> fromScalar(scalar);
      case Mapping mapping -> fromMapping(mapping);
      case Items list -> {
        mistakes.add(list.line(), Scalar.shown(key) + " has a list", "write {in: […]}");
        yield Optional.empty();
      }
    };
  }

  private Optional<Comparison> fromScalar(Scalar scalar) {
    Matcher signed = SIGNED.matcher(scalar.value());
    return scalar.isText() && signed.matches()
        ? signed(scalar, signed.group(1), signed.group(2).strip())
        : Optional.of(new Equal(value(scalar)));
  }

  private Optional<Comparison> signed(Scalar scalar, String sign, String operand) {
    Scalar unquoted = new Scalar(operand, scalar.written(), false, scalar.line());
    Optional<BigDecimal> number = unquoted.number();
    if (sign.equals("=")) {
      return Optional.of(new Equal(value(unquoted)));
    }
    if (sign.equals("!=")) {
      return Optional.of(new Not(value(unquoted)));
    }
    if (number.isEmpty()) {
      mistakes.add(
          scalar.line(), scalar.shown() + " compares with something that is no number", QUOTE_IT);
      return Optional.empty();
    }
    Order order =
        Arrays.stream(Order.values())
            .filter(candidate -> candidate.sign().equals(sign))
            .findFirst()
            .orElseThrow();
    return Optional.of(new Ordered(order, new Value.Number(number.get())));
  }

  private Optional<Comparison> fromMapping(Mapping mapping) {
    Section section = new Section(mapping, KEYS, mistakes);
    if (mapping.entries().size() != 1) {
      mistakes.add(
          mapping.line(), "a comparison has one key", "write one of " + String.join(", ", KEYS));
      return Optional.empty();
    }
    Optional<Comparison> equal =
        section.node("equal").flatMap(node -> value(node, "equal")).map(Equal::new);
    return equal
        .or(() -> section.node("not").flatMap(node -> value(node, "not")).map(Not::new))
        .or(() -> section.node("between").flatMap(this::between))
        .or(() -> section.node("in").flatMap(this::in));
  }

  private Optional<Comparison> between(YamlNode node) {
    List<Value.Number> bounds = new ArrayList<>();
    if (node instanceof Items list && list.items().size() == 2) {
      list.items()
          .forEach(
              bound ->
                  typed
                      .number(bound, "between")
                      .ifPresent(number -> bounds.add(new Value.Number(number))));
    } else {
      return typed.wrong(node, "between", "a list of two numbers");
    }
    if (bounds.size() == 2 && bounds.get(0).number().compareTo(bounds.get(1).number()) > 0) {
      mistakes.add(node.line(), "nothing is between these bounds", "write the smaller one first");
    }
    return bounds.size() == 2
        ? Optional.of(new Between(bounds.get(0), bounds.get(1)))
        : Optional.empty();
  }

  private Optional<Comparison> in(YamlNode node) {
    if (!(node instanceof Items list) || list.items().isEmpty()) {
      return typed.wrong(node, "in", "a list of values");
    }
    return Optional.of(
        new In(list.items().stream().flatMap(item -> value(item, "in").stream()).toList()));
  }

  private Optional<Value> value(YamlNode node, String key) {
    return node instanceof Scalar scalar
        ? Optional.of(value(scalar))
        : typed.wrong(node, key, "a single value");
  }

  private static Value value(Scalar scalar) {
    if (scalar.isNull()) {
      return Value.none();
    }
    Optional<Value> typed = scalar.truth().map(Value::of);
    return typed.or(() -> scalar.number().map(Value::of)).orElseGet(() -> Value.of(scalar.value()));
  }
}
