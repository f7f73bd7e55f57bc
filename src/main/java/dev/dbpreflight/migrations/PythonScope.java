package dev.dbpreflight.migrations;

import dev.dbpreflight.migrations.PythonToken.Type;
import dev.dbpreflight.migrations.PythonValue.Computed;
import dev.dbpreflight.migrations.PythonValue.Items;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a file, or a class in it, assigns. A name that is assigned inside a condition or a
 * loop, or is imported, has a value that nobody knows before it runs.
 */
final class PythonScope {
  private static final PythonValue COMPUTED = new Computed();
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=", "->", ":=");

  private final Map<String, Binding> bindings = new HashMap<>();
  private final Map<String, PythonValue> values = new HashMap<>();
  private final PythonExpression expressions;

  /**
   * @param line of the assignment
   * @param definition the function or class that bears the name, where it is one
   */
  record Binding(PythonValue value, int line, Optional<PythonLine> definition) {}

  /**
   * @param outer names that are known around it
   */
  PythonScope(List<PythonLine> lines, Map<String, PythonValue> outer) {
    values.putAll(outer);
    expressions = new PythonExpression(values);
    lines.forEach(line -> read(line, false));
  }

  Optional<Binding> get(String name) {
    return Optional.ofNullable(bindings.get(name));
  }

  Map<String, PythonValue> values() {
    return values;
  }

  private void read(PythonLine line, boolean conditional) {
    if (line.begins("def") || line.begins("class") || line.begins("async", "def")) {
      List<PythonToken> tokens = line.tokens();
      int name = line.begins("async") ? 2 : 1;
      if (name < tokens.size()) {
        Optional<PythonLine> definition = conditional ? Optional.empty() : Optional.of(line);
        bind(tokens.get(name), COMPUTED, definition);
      }
    } else if (line.opensBlock()) {
      line.body().forEach(inner -> read(inner, true));
    } else {
      line.statements().forEach(statement -> statement(statement, conditional));
    }
  }

  private void statement(List<PythonToken> tokens, boolean conditional) {
    if (tokens.isEmpty()) {
      return;
    }
    List<List<PythonToken>> parts = PythonExpression.split(tokens, "=");
    PythonToken first = tokens.getFirst();
    if (parts.size() > 1) {
      PythonValue value = conditional ? COMPUTED : expressions.value(parts.getLast());
      parts.subList(0, parts.size() - 1).forEach(target -> assign(target, value));
    } else if (first.isName("import") || first.isName("from")) {
      imports(tokens);
    } else if (first.isName("del")) {
      tokens.stream().map(PythonToken::text).forEach(this::forget);
    } else if (tokens.size() > 2 && isChange(tokens.get(1))) {
      change(tokens, conditional);
    }
  }

  private static boolean isChange(PythonToken token) {
    return token.is(Type.OPERATOR)
        && token.text().length() > 1
        && token.text().endsWith("=")
        && !COMPARISONS.contains(token.text());
  }

  private void change(List<PythonToken> tokens, boolean conditional) {
    PythonValue before = values.getOrDefault(tokens.getFirst().text(), COMPUTED);
    PythonValue more = expressions.value(tokens.subList(2, tokens.size()));
    boolean known = tokens.get(1).isOperator("+=") && !conditional;
    bind(
        tokens.getFirst(),
        known ? PythonExpression.sum(List.of(before, more)) : COMPUTED,
        Optional.empty());
  }

  private void assign(List<PythonToken> target, PythonValue value) {
    List<PythonToken> names = withoutBrackets(target);
    List<List<PythonToken>> several = PythonExpression.split(names, ",");
    if (several.size() > 1 || (!names.isEmpty() && names.getLast().isOperator(","))) {
      List<PythonValue> items =
          value instanceof Items all && all.items().size() == several.size()
              ? all.items()
              : List.of();
      for (int at = 0; at < several.size(); at++) {
        assign(several.get(at), items.isEmpty() ? COMPUTED : items.get(at));
      }
    } else if (names.size() == 1 || (names.size() > 1 && names.get(1).isOperator(":"))) {
      bind(names.getFirst(), value, Optional.empty());
    } else if (names.size() == 2 && names.getFirst().isOperator("*")) {
      bind(names.get(1), COMPUTED, Optional.empty());
    }
  }

  private static List<PythonToken> withoutBrackets(List<PythonToken> target) {
    boolean bracketed =
        target.size() > 1
            && (target.getFirst().isOperator("(") || target.getFirst().isOperator("["))
            && PythonExpression.nesting(target.getLast()) < 0;
    return bracketed ? withoutBrackets(target.subList(1, target.size() - 1)) : target;
  }

  /** Of "import a.b as c, d" the names c and d; of "import a.b" the name a. */
  private void imports(List<PythonToken> tokens) {
    int from = 1;
    while (tokens.getFirst().isName("from") && from < tokens.size()) {
      if (tokens.get(from++).isName("import")) {
        break;
      }
    }
    List<PythonToken> names =
        tokens.subList(from, tokens.size()).stream()
            .filter(token -> !token.isOperator("(") && !token.isOperator(")"))
            .toList();
    for (List<PythonToken> one : PythonExpression.split(names, ",")) {
      boolean renamed = one.size() > 2 && one.get(one.size() - 2).isName("as");
      if (!one.isEmpty()) {
        bind(renamed ? one.getLast() : one.getFirst(), COMPUTED, Optional.empty());
      }
    }
  }

  private void bind(PythonToken name, PythonValue value, Optional<PythonLine> definition) {
    if (name.is(Type.NAME)) {
      bindings.put(name.text(), new Binding(value, name.line(), definition));
      values.put(name.text(), value);
    }
  }

  private void forget(String name) {
    bindings.remove(name);
    values.remove(name);
  }
}
