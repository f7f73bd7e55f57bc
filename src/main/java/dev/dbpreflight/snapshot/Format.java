package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Engine;
import dev.dbpreflight.snapshot.Node.Place;

/** The format number and the words of a file that both directions share. */
final class Format {
  /** The number that this version writes; it reads every number up to this one. */
  static final int CURRENT = 1;

  static final String NOT_MODELLED = "notModelled";

  static final Choice<Engine> ENGINE =
      new Choice<Engine>().word("postgresql", Engine.POSTGRESQL).word("sqlite", Engine.SQLITE);

  private Format() {}

  /** Refuses a file of a format that does not exist yet, or never did. */
  static void check(long format, Place place, Source source) {
    if (format > CURRENT) {
      throw source.problem(
          place,
          "it was written by a newer dbpreflight: format "
              + format
              + ", this one reads up to "
              + CURRENT,
          "install the newest dbpreflight, or " + Source.TAKE_AGAIN);
    }
    if (format < 1) {
      throw source.problem(
          place, "format is " + format + ", expected 1 to " + CURRENT, Source.TAKE_AGAIN);
    }
  }
}
