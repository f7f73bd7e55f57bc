package dev.dbpreflight.checks;

import dev.dbpreflight.checks.YamlNode.Entry;
import dev.dbpreflight.checks.YamlNode.Items;
import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys and values of which it is known which keys there can be; every other one is a mistake. */
final class Section {
  private final int line;
  private final List<String> keys;
  private final Map<String, YamlNode> values = new HashMap<>();
  private final Typed typed;

  Section(Mapping mapping, List<String> keys, Mistakes mistakes) {
    this.line = mapping.line();
    this.keys = keys;
    this.typed = new Typed(mistakes);
    for (Entry entry : mapping.entries()) {
      if (keys.contains(entry.key())) {
        values.put(entry.key(), entry.value());
      } else {
        unknown(entry, keys, mistakes);
      }
    }
  }

  static void unknown(Entry entry, List<String> keys, Mistakes mistakes) {
    boolean secret =
        LiteralSecrets.isSecretName(entry.key())
            && entry.value() instanceof Scalar value
            && !Variables.literalPart(value.written()).isEmpty();
    if (secret) {
      mistakes.add(entry.line(), LiteralSecrets.WHAT, LiteralSecrets.NEXT);
    } else {
      Known<String> known = Known.words("key", keys);
      mistakes.add(entry.line(), known.unknown(entry.key()), known.suggestion(entry.key()));
    }
  }

  int line() {
    return line;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /**
   * The value of a key, if it is there.
   *
   * @throws IllegalArgumentException for a key that was not announced: a defect
   */
  Optional<YamlNode> node(String key) {
    if (!keys.contains(key)) {
      throw new IllegalArgumentException("the key " + key + " was not announced");
    }
    return Optional.ofNullable(values.get(key));
  }

  Optional<Scalar> scalar(String key) {
    return node(key).flatMap(node -> typed.scalar(node, key));
  }

  Optional<String> text(String key) {
    return node(key).flatMap(node -> typed.text(node, key)).map(Scalar::value);
  }

  Optional<FileText> fileText(String key) {
    return node(key).flatMap(node -> typed.text(node, key)).map(Scalar::text);
  }

  /** A text, which may look like a number: a revision. */
  Optional<String> label(String key) {
    return node(key).flatMap(node -> typed.label(node, key)).map(Scalar::value);
  }

  Optional<Boolean> flag(String key) {
    return node(key).flatMap(node -> typed.flag(node, key));
  }

  /** One value, or a list of them. */
  List<Scalar> list(String key) {
    return node(key).map(node -> typed.list(node, key)).orElse(List.of());
  }

  Optional<Mapping> mapping(String key) {
    return node(key).flatMap(node -> typed.mapping(node, key));
  }

  /** A list of anything; a single item may stand alone. */
  List<YamlNode> items(String key) {
    return node(key)
        .map(node -> node instanceof Items list ? list.items() : List.of(node))
        .orElse(List.of());
  }
}
