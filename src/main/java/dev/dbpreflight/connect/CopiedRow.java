package dev.dbpreflight.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row as {@code COPY … TO STDOUT (FORMAT csv)} sends it (manual, COPY, "CSV Format"): values in
 * quotes where they have to be, NULL as nothing at all. One object serves all rows of an answer.
 */
final class CopiedRow implements Row {
  private static final String QUOTE = "\"";

  /** Another digit still fits into a long. */
  private static final long MOST_BEFORE_A_DIGIT = Long.MAX_VALUE / 10 - 1;

  private final ColumnLabels labels;
  private byte[] line;

  /** Where each value begins and ends, without its quotes. */
  private int[] starts = new int[32];

  private int[] ends = new int[32];

  /** A quote in a value is doubled; an empty text has quotes around it, NULL has none. */
  private boolean[] quoted = new boolean[32];

  private int count;

  /**
   * @param header the first line, with the labels
   */
  CopiedRow(byte[] header) {
    split(header);
    List<String> names = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      names.add(text(at));
    }
    this.labels = new ColumnLabels(names);
  }

  /** Goes to another row; false when it has not as many values as there are labels. */
  boolean goesTo(byte[] next) {
    labels.beginRow();
    split(next);
    return count == labels.count();
  }

  private void split(byte[] row) {
    line = row;
    count = 0;
    int last = row.length > 0 && row[row.length - 1] == '\n' ? row.length - 1 : row.length;
    int at = -1;
    do {
      at = value(at + 1, last);
    } while (at < last);
  }

  /** Notes the value that begins there; returns where it ends, at a comma or behind the last. */
  private int value(int start, int last) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      quoted = Arrays.copyOf(quoted, 2 * count);
    }
    boolean inQuotes = start < last && line[start] == '"';
    int end = inQuotes ? closingQuote(start + 1, last) : comma(start, last);
    starts[count] = inQuotes ? start + 1 : start;
    ends[count] = end;
    quoted[count] = inQuotes;
    count++;
    return inQuotes ? comma(end, last) : end;
  }

  private int comma(int from, int last) {
    int at = from;
    while (at < last && line[at] != ',') {
      at++;
    }
    return at;
  }

  private int closingQuote(int from, int last) {
    int at = from;
    while (at < last) {
      if (line[at] == '"') {
        if (at + 1 == last || line[at + 1] != '"') {
          return at;
        }
        at++;
      }
      at++;
    }
    return last;
  }

  private String text(int at) {
    int length = ends[at] - starts[at];
    if (!quoted[at]) {
      return length == 0 ? null : new String(line, starts[at], length, UTF_8);
    }
    return new String(line, starts[at], length, UTF_8).replace(QUOTE + QUOTE, QUOTE);
  }

  @Override
  public String text(String column) {
    return text(labels.position(column));
  }

  /** Most values are flags and numbers, and need no text in between. */
  @Override
  public boolean flag(String column) {
    int at = labels.position(column);
    int length = ends[at] - starts[at];
    char value = length == 0 ? 'f' : (char) line[starts[at]];
    if (length > 1 || value != 't' && value != 'f') {
      throw new IllegalStateException("not a boolean: " + text(at));
    }
    return value == 't';
  }

  @Override
  public long number(String column) {
    int at = labels.position(column);
    long number = 0;
    if (quoted[at]) {
      return Long.parseLong(text(at));
    }
    for (int digit = starts[at]; digit < ends[at]; digit++) {
      int value = line[digit] - '0';
      if (value < 0 || value > 9 || number > MOST_BEFORE_A_DIGIT) {
        return Long.parseLong(text(at));
      }
      number = 10 * number + value;
    }
    return number;
  }
}
