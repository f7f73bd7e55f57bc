package dev.dbpreflight.checks;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/** What stands at some places of a JSON document. */
final class JsonValues {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private boolean valid = true;

  private JsonValues() {}

  /** Reads the whole document, of which only the values at these pointers are kept. */
  static JsonValues in(String document, Set<String> pointers) {
    JsonValues found = new JsonValues();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
      int roots = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        TokenStreamContext context = parser.streamReadContext();
        if (token.isStructStart()) {
          context = context.getParent();
        }
        if (token.isStructStart() || token.isScalarValue()) {
          roots += context.inRoot() ? 1 : 0;
          String pointer = context.pathAsPointer().toString();
          if (pointers.contains(pointer)) {
            found.keep(pointer, token, parser);
          }
        }
      }
      found.valid = roots == 1;
    } catch (JacksonException broken) {
      found.valid = false;
    }
    return found;
  }

  private void keep(String pointer, JsonToken token, JsonParser parser) {
    switch (token) {
      case VALUE_STRING -> values.put(pointer, Value.of(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          values.put(pointer, Value.of(new BigDecimal(parser.getString())));
      case VALUE_TRUE, VALUE_FALSE -> values.put(pointer, Value.of(token == JsonToken.VALUE_TRUE));
      case VALUE_NULL -> values.put(pointer, Value.none());
      case START_OBJECT -> kinds.put(pointer, "an object");
      case START_ARRAY -> kinds.put(pointer, "an array");
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> {
        // No values of a document.
      }
    }
  }

  /** Whether the document is one value in JSON. */
  boolean valid() {
    return valid;
  }

  Optional<Value> at(String pointer) {
    return Optional.ofNullable(values.get(pointer));
  }

  /** What stands there instead of a value, in words. */
  String kindAt(String pointer) {
    return kinds.getOrDefault(pointer, "nothing");
  }
}
