package dev.dbpreflight.snapshot;

import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.snapshot.Node.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Parses the bytes of a snapshot within bounds, and says where and why when they are no JSON. */
final class SnapshotParser {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
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
    try {
      skipByteOrderMark(reader);
      return read(reader, source);
    } catch (CharacterCodingException e) {
      throw source.problem("it is not UTF-8 text", Source.TAKE_AGAIN);
    }
  }

  private static void skipByteOrderMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
  }

  private static Snapshot read(Reader reader, Source source) throws IOException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), reader)) {
      try {
        return new SnapshotReader(parser, source).read();
      } catch (JacksonException e) {
        if (e.getCause() instanceof IOException cause) {
          throw cause;
        }
        boolean cutOff = isInside(parser) && isAtEnd(parser, reader);
        throw notJson(e, cutOff, place(e, parser), source);
      }
    }
  }

  private static boolean isInside(JsonParser parser) {
    return !parser.streamReadContext().inRoot();
  }

  /** Jackson has several words for an input that ends too early, some of them misleading. */
  private static boolean isAtEnd(JsonParser parser, Reader reader) throws IOException {
    return parser.releaseBuffered(Writer.nullWriter()) <= 0 && reader.read() < 0;
  }

  private static ProblemException notJson(
      JacksonException e, boolean cutOff, Place place, Source source) {
    if (cutOff) {
      return source.problem(place, "it ends in the middle, it was cut off", Source.TAKE_AGAIN);
    }
    if (e instanceof StreamConstraintsException) {
      return source.problem(
          place,
          "it is nested deeper or has longer texts than any snapshot",
          "name a file that was written by: dbpreflight snapshot");
    }
    return source.problem(
        place,
        "it is not JSON",
        "resolve the marks of a merge conflict if there are any, else " + Source.TAKE_AGAIN);
  }

  private static Place place(JacksonException e, JsonParser parser) {
    TokenStreamLocation location =
        e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    return new Place(location.getLineNr(), location.getColumnNr());
  }
}
