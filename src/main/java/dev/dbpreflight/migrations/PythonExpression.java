package dev.dbpreflight.migrations;

import dev.dbpreflight.migrations.PythonToken.Type;
import dev.dbpreflight.migrations.PythonValue.Argument;
import dev.dbpreflight.migrations.PythonValue.Call;
import dev.dbpreflight.migrations.PythonValue.Computed;
import dev.dbpreflight.migrations.PythonValue.Items;
import dev.dbpreflight.migrations.PythonValue.Name;
import dev.dbpreflight.migrations.PythonValue.None;
import dev.dbpreflight.migrations.PythonValue.Text;
import dev.dbpreflight.migrations.PythonValue.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Expressions of a Python file, read as far as they are plain values. */
final class PythonExpression {
  private static final PythonValue COMPUTED = new Computed();

  private final Map<String, PythonValue> known;

  /**
   * @param known values of names that were assigned before
   */
  PythonExpression(Map<String, PythonValue> known) {
    this.known = known;
  }

  /** Parts between separators that stand outside all brackets; an empty last part is none. */
  static List<List<PythonToken>> split(List<PythonToken> tokens, String separator) {
    List<List<PythonToken>> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at < tokens.size(); at++) {
      depth += nesting(tokens.get(at));
      if (depth == 0 && tokens.get(at).isOperator(separator)) {
        parts.add(tokens.subList(from, at));
        from = at + 1;
      }
    }
    if (from < tokens.size()) {
      parts.add(tokens.subList(from, tokens.size()));
    }
    return parts;
  }

  /** By how much brackets are deeper behind a token. */
  static int nesting(PythonToken token) {
    if (!token.is(Type.OPERATOR) || token.text().length() != 1) {
      return 0;
    }
    return "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
  }

  PythonValue value(List<PythonToken> tokens) {
    if (tokens.isEmpty()) {
      return COMPUTED;
    }
    List<List<PythonToken>> items = split(tokens, ",");
    if (items.size() > 1 || tokens.getLast().isOperator(",")) {
      return items(items);
    }
    if (tokens.stream().allMatch(token -> token.is(Type.STRING))) {
      return new Text(tokens.stream().map(PythonToken::text).collect(Collectors.joining()));
    }
    List<List<PythonToken>> summands = split(tokens, "+");
    if (summands.size() > 1) {
      return sum(summands.stream().map(this::value).toList());
    }
    if (isBracketed(tokens)) {
      return bracketed(tokens);
    }
    return named(tokens);
  }

  private PythonValue items(List<List<PythonToken>> items) {
    return new Items(items.stream().map(this::value).toList());
  }

  static PythonValue sum(List<PythonValue> summands) {
    if (summands.stream().allMatch(Text.class::isInstance)) {
      return new Text(
          summands.stream().map(one -> ((Text) one).text()).collect(Collectors.joining()));
    }
    if (summands.stream().allMatch(Items.class::isInstance)) {
      return new Items(summands.stream().flatMap(one -> ((Items) one).items().stream()).toList());
    }
    return COMPUTED;
  }

  /** Whether the first bracket closes at the very end. */
  private static boolean isBracketed(List<PythonToken> tokens) {
    int depth = nesting(tokens.getFirst());
    int at = 1;
    while (depth > 0 && at < tokens.size()) {
      depth += nesting(tokens.get(at++));
    }
    return at == tokens.size() && at > 1 && depth == 0;
  }

  private PythonValue bracketed(List<PythonToken> tokens) {
    List<PythonToken> inner = tokens.subList(1, tokens.size() - 1);
    boolean round = tokens.getFirst().isOperator("(");
    boolean curly = tokens.getFirst().isOperator("{");
    if (isLoop(inner) || (curly && (inner.isEmpty() || split(inner, ":").size() > 1))) {
      return COMPUTED;
    }
    List<List<PythonToken>> items = split(inner, ",");
    boolean single = items.size() == 1 && !inner.getLast().isOperator(",");
    return round && single ? value(inner) : items(items);
  }

  /** Whether it is a comprehension. */
  private static boolean isLoop(List<PythonToken> inner) {
    int depth = 0;
    for (PythonToken token : inner) {
      depth += nesting(token);
      if (depth == 0 && token.isName("for")) {
        return true;
      }
    }
    return false;
  }

  private PythonValue named(List<PythonToken> tokens) {
    StringBuilder name = new StringBuilder();
    int at = 0;
    while (at < tokens.size() && isPartOfName(tokens.get(at), at)) {
      name.append(tokens.get(at++).text());
    }
    if (at == 0) {
      return COMPUTED;
    }
    if (at == tokens.size()) {
      return constant(name.toString());
    }
    List<PythonToken> rest = tokens.subList(at, tokens.size());
    return rest.getFirst().isOperator("(") && isBracketed(rest)
        ? new Call(name.toString(), arguments(rest.subList(1, rest.size() - 1)))
        : COMPUTED;
  }

  private static boolean isPartOfName(PythonToken token, int at) {
    return at % 2 == 0 ? token.is(Type.NAME) : token.isOperator(".");
  }

  private PythonValue constant(String name) {
    return switch (name) {
      case "None" -> new None();
      case "True" -> new Truth(true);
      case "False" -> new Truth(false);
      default -> known.getOrDefault(name, new Name(name));
    };
  }

  private List<Argument> arguments(List<PythonToken> tokens) {
    List<Argument> arguments = new ArrayList<>();
    for (List<PythonToken> part : split(tokens, ",")) {
      boolean named = part.size() > 2 && part.get(1).isOperator("=");
      arguments.add(
          named
              ? new Argument(part.getFirst().text(), value(part.subList(2, part.size())))
              : new Argument("", value(part)));
    }
    return arguments;
  }
}
