package dev.dbpreflight.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.postgresql.util.ByteConverter;

/**
 * A row as {@code COPY … TO STDOUT (FORMAT binary)} sends it (manual, COPY, "Binary Format"): each
 * value with its length before it, whole numbers and booleans as the server keeps them, texts in
 * UTF-8. One object serves all rows of an answer.
 */
final class CopiedRow implements Row {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };

  private static final int DIGITS_OF_A_LONG = 19;

  /** In place of the number of values. */
  private static final int NO_MORE_ROWS = -1;

  /** In place of the length of a value. */
  private static final int NULL = -1;

  private final ColumnLabels labels;
  private final Form[] forms;
  private final int[] starts;
  private final int[] lengths;

  private byte[] message;
  private boolean begun;

  /** What the bytes of a value are. */
  private enum Form {
    TEXT,
    NUMBER,
    FLAG;

    boolean mayHave(int length) {
      return switch (this) {
        case TEXT -> true;
        case NUMBER -> length == Short.BYTES || length == Integer.BYTES || length == Long.BYTES;
        case FLAG -> length == 1;
      };
    }

    static Form of(int type) {
      return switch (type) {
        case Types.VARCHAR, Types.CHAR -> TEXT;
        case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
        case Types.BIT, Types.BOOLEAN -> FLAG;
        default -> throw new IllegalStateException("to be cast in the query: type " + type);
      };
    }
  }

  /**
   * @param columns what will come
   */
  CopiedRow(ResultSetMetaData columns) throws SQLException {
    this(ColumnLabels.of(columns), types(columns));
  }

  /**
   * @param types of java.sql.Types
   */
  CopiedRow(ColumnLabels labels, int... types) {
    this.labels = labels;
    this.forms = IntStream.of(types).mapToObj(Form::of).toArray(Form[]::new);
    this.starts = new int[types.length];
    this.lengths = new int[types.length];
  }

  private static int[] types(ResultSetMetaData columns) throws SQLException {
    int[] types = new int[columns.getColumnCount()];
    for (int at = 0; at < types.length; at++) {
      int type = columns.getColumnType(at + 1);
      // To Java an oid is a long of ten digits, but it comes in four bytes without a sign. For its
      // name the driver would ask the server.
      boolean oid = type == Types.BIGINT && columns.getPrecision(at + 1) < DIGITS_OF_A_LONG;
      types[at] = oid ? Types.OTHER : type;
    }
    return types;
  }

  /**
   * Goes to the row that this message of the server holds; false when it says that there is none
   * any more.
   *
   * @throws SQLException when it holds neither
   */
  boolean goesTo(byte[] next) throws SQLException {
    message = next;
    labels.beginRow();
    int at = begun ? 0 : afterHeader();
    begun = true;
    int count = ByteConverter.int2(message, bytes(at, Short.BYTES));
    at += Short.BYTES;
    if (count != NO_MORE_ROWS) {
      require(count == starts.length);
      for (int value = 0; value < count; value++) {
        at = value(value, at);
      }
    }
    require(at == message.length);
    return count != NO_MORE_ROWS;
  }

  /** Signature, flags, and an extension of any length, which nobody needs. */
  private int afterHeader() throws SQLException {
    int flags = bytes(0, SIGNATURE.length) + SIGNATURE.length;
    require(Arrays.equals(message, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length));
    int extension = flags + Integer.BYTES;
    int length = ByteConverter.int4(message, bytes(extension, Integer.BYTES));
    return bytes(extension + Integer.BYTES, length) + length;
  }

  /** Notes a value; returns where it ends. */
  private int value(int value, int at) throws SQLException {
    int length = ByteConverter.int4(message, bytes(at, Integer.BYTES));
    int start = at + Integer.BYTES;
    starts[value] = start;
    lengths[value] = length;
    if (length == NULL) {
      return start;
    }
    require(forms[value].mayHave(length));
    return bytes(start, length) + length;
  }

  /** The same place, if there are so many bytes. */
  private int bytes(int at, int length) throws SQLException {
    require(length >= 0 && length <= message.length - at);
    return at;
  }

  private static void require(boolean sense) throws SQLException {
    if (!sense) {
      throw PostgresWire.nonsense(null);
    }
  }

  @Override
  public String text(String column) {
    return text(labels.position(column));
  }

  private String text(int at) {
    if (lengths[at] == NULL) {
      return null;
    }
    return switch (forms[at]) {
      case TEXT -> new String(message, starts[at], lengths[at], UTF_8);
      case NUMBER -> Long.toString(number(at));
      case FLAG -> message[starts[at]] == 0 ? "f" : "t";
    };
  }

  @Override
  public boolean isNull(String column) {
    return lengths[labels.position(column)] == NULL;
  }

  @Override
  public boolean flag(String column) {
    int at = labels.position(column);
    if (lengths[at] == NULL) {
      return false;
    }
    if (forms[at] != Form.FLAG) {
      throw new IllegalStateException("not a boolean: " + text(at));
    }
    return message[starts[at]] != 0;
  }

  @Override
  public long number(String column) {
    int at = labels.position(column);
    if (lengths[at] == NULL) {
      return 0;
    }
    return forms[at] == Form.NUMBER ? number(at) : Long.parseLong(text(at));
  }

  private long number(int at) {
    return switch (lengths[at]) {
      case Short.BYTES -> ByteConverter.int2(message, starts[at]);
      case Integer.BYTES -> ByteConverter.int4(message, starts[at]);
      default -> ByteConverter.int8(message, starts[at]);
    };
  }
}
