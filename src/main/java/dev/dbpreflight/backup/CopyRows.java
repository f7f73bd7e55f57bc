package dev.dbpreflight.backup;

/**
 * Counts the rows of COPY in its text format: one per line, until the line that is a backslash and
 * a dot. Line breaks in values are escaped, so that every line is a row.
 */
final class CopyRows implements DataSink {
  private long rows;
  private long bytes;
  private long length;
  private int first;
  private int second;
  private int last;
  private boolean ended;

  long rows() {
    return rows;
  }

  /** Bytes of the rows. */
  long bytes() {
    return bytes;
  }

  boolean ended() {
    return ended;
  }

  @Override
  public void accept(byte[] piece, int from, int to) throws Damage {
    int at = take(piece, from, to);
    for (; at < to; at++) {
      if (piece[at] != '\n' && piece[at] != '\r') {
        throw new Damage("something follows the end of a table's rows");
      }
    }
  }

  /** Takes what belongs to the rows, and returns where that ended. */
  int take(byte[] piece, int from, int to) {
    int at = from;
    while (at < to && !ended) {
      int begin = at;
      while (at < to && piece[at] != '\n') {
        at++;
      }
      note(piece, begin, at);
      if (at < to) {
        at++;
        endLine();
      }
    }
    return at;
  }

  /** A part of a line: only a short one can be the mark at the end. */
  private void note(byte[] piece, int from, int to) {
    for (int at = from; at < to && length + at - from < 2; at++) {
      if (length + at - from == 0) {
        first = piece[at];
      } else {
        second = piece[at];
      }
    }
    last = to > from ? piece[to - 1] : last;
    length += to - from;
  }

  private void endLine() {
    boolean marked = first == '\\' && second == '.';
    // pg_dump on Windows ends the lines of a script in its own way.
    if (marked && (length == 2 || length == 3 && last == '\r')) {
      ended = true;
    } else {
      rows++;
      bytes += length + 1;
    }
    length = 0;
    first = 0;
    second = 0;
  }

  @Override
  public void end() throws Damage {
    if (!ended) {
      throw new Damage("the rows of a table end in the middle, after " + rows);
    }
  }
}
