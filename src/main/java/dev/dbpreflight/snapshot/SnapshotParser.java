package dev.dbpreflight.snapshot;

import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.snapshot.Node.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Parses the bytes of a snapshot within bounds, and says where and why when they are no JSON. */
final class SnapshotParser {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxStringLength(64 << 20)
                  .maxNameLength(1_000)
                  .maxNumberLength(100)
                  .maxDocumentLength(256L << 20)
                  .build())
          .build();

  private SnapshotParser() {}

  static Snapshot read(InputStream stream, Source source) throws IOException {
    // A decoder of its own reports what is not UTF-8 instead of replacing it.
    Reader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()));
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), withoutByteOrderMark(reader))) {
      return read(parser, source);
    } catch (CharacterCodingException e) {
      throw source.problem("it is not UTF-8 text", Source.TAKE_AGAIN);
    }
  }

  private static Reader withoutByteOrderMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    return reader;
  }

  private static Snapshot read(JsonParser parser, Source source) throws IOException {
    try {
      return new SnapshotReader(parser, source).read();
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw notJson(e, place(e, parser), source);
    }
  }

  private static ProblemException notJson(JacksonException e, Place place, Source source) {
    String detail = e.getOriginalMessage();
    return switch (e) {
      case UnexpectedEndOfInputException end ->
          source.problem(
              place, "it ends in the middle, it was cut off", Source.TAKE_AGAIN, detail, e);
      case StreamConstraintsException bound ->
          source.problem(
              place,
              "it is nested deeper or has longer texts than any snapshot",
              "name a file that was written by: dbpreflight snapshot",
              detail,
              e);
      default ->
          source.problem(
              place,
              "it is not JSON",
              "resolve the marks of a merge conflict if there are any, else " + Source.TAKE_AGAIN,
              detail,
              e);
    };
  }

  private static Place place(JacksonException e, JsonParser parser) {
    TokenStreamLocation location =
        e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    return new Place(location.getLineNr(), location.getColumnNr());
  }
}
