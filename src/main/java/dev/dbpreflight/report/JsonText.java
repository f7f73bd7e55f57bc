package dev.dbpreflight.report;

import java.io.StringWriter;
import java.util.Collection;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes indented JSON; characters that a terminal or the log of a build server would obey are
 * written as escapes.
 */
final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new Harmless())
          .build();
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private final JsonGenerator json;

  private JsonText(JsonGenerator json) {
    this.json = json;
  }

  /** One object as a text that ends in a line feed. */
  static String object(Consumer<JsonText> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), text)) {
      generator.writeStartObject();
      members.accept(new JsonText(generator));
      generator.writeEndObject();
    }
    return text.append('\n').toString();
  }

  JsonText text(String name, String value) {
    json.writeStringProperty(name, value);
    return this;
  }

  JsonText number(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  JsonText flag(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  JsonText texts(String name, Collection<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
    return this;
  }

  JsonText object(String name, Consumer<JsonText> members) {
    json.writeObjectPropertyStart(name);
    members.accept(this);
    json.writeEndObject();
    return this;
  }

  <T> JsonText objects(String name, Collection<T> values, Consumer<T> members) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      members.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }

  private static final class Harmless extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    private final int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();

    Harmless() {
      codes['#'] = ESCAPE_STANDARD;
      codes[0x7F] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return codes.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int point) {
      return null;
    }
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER);
    }
  }
}
