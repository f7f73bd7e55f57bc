package dev.dbpreflight.backup;

import java.io.IOException;

/** Somebody wanted the reading to stop: the time is over. */
final class Stopped extends IOException {
  private static final long serialVersionUID = 1L;
}
