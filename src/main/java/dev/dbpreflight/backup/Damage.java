package dev.dbpreflight.backup;

import java.io.IOException;

/** The file is not what it should be. The message says in which way, as a reader understands it. */
final class Damage extends IOException {
  private static final long serialVersionUID = 1L;

  Damage(String what) {
    super(what);
  }

  /** The file ends before it should. */
  static Damage ends(String where, long position) {
    return new Damage("it ends in the middle of " + where + ", after " + position + " bytes");
  }
}
