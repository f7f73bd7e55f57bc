package dev.dbpreflight.connect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopiedRowTest {
  /** As the manual has it: signature, no flags, no extension. */
  private static final String HEADER = "PGCOPY\n\377\r\n\0" + "\0\0\0\0" + "\0\0\0\0";

  private static final String NO_MORE_ROWS = "\377\377";

  static final List<List<String>> TEXTS =
      List.of(
          List.of("1", "2", "3"),
          Arrays.asList(null, null, null),
          Arrays.asList("", null, ""),
          List.of("a,b", "say \"yes\"", "\\N"),
          List.of("one\ntwo\r\n", "\n", "\t"),
          List.of("ä", "日本, 語", "🦆"),
          List.of(" ", "{}", "'q'"));

  private static CopiedRow textRow() {
    return new CopiedRow(
        new ColumnLabels(List.of("a", "B b", "c")), Types.VARCHAR, Types.CHAR, Types.VARCHAR);
  }

  /** A row of one value. */
  private static CopiedRow row(int type, Object value) throws SQLException {
    CopiedRow row = new CopiedRow(new ColumnLabels(List.of("a")), type);
    assertThat(row.goesTo(message(HEADER, value))).isTrue();
    return row;
  }

  /** Of the server: what comes first, and a row of these values, NULL for null. */
  private static byte[] message(String before, Object... values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(before.getBytes(ISO_8859_1));
      out.writeShort(values.length);
      for (Object value : values) {
        switch (value) {
          case null -> out.writeInt(-1);
          case Short number -> {
            out.writeInt(Short.BYTES);
            out.writeShort(number);
          }
          case Integer number -> {
            out.writeInt(Integer.BYTES);
            out.writeInt(number);
          }
          case Long number -> {
            out.writeInt(Long.BYTES);
            out.writeLong(number);
          }
          case Boolean flag -> {
            out.writeInt(1);
            out.writeBoolean(flag);
          }
          default -> {
            byte[] text = value.toString().getBytes(UTF_8);
            out.writeInt(text.length);
            out.write(text);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] raw(String bytes) {
    return bytes.getBytes(ISO_8859_1);
  }

  @ParameterizedTest
  @FieldSource("TEXTS")
  void givesTextsBack(List<String> values) throws SQLException {
    CopiedRow row = textRow();
    assertThat(row.goesTo(message(HEADER, values.toArray()))).isTrue();

    assertThat(Arrays.asList(row.text("a"), row.text("B b"), row.text("c"))).isEqualTo(values);
    assertThat(row.isNull("a")).isEqualTo(values.getFirst() == null);
    assertThat(row.textOrEmpty("a")).isEqualTo(values.getFirst() == null ? "" : values.getFirst());
  }

  @Test
  void readsNumbersAndFlagsOfEverySize() throws SQLException {
    assertThat(row(Types.BIGINT, Long.MAX_VALUE).number("a")).isEqualTo(Long.MAX_VALUE);
    assertThat(row(Types.BIGINT, Long.MIN_VALUE).number("a")).isEqualTo(Long.MIN_VALUE);
    assertThat(row(Types.INTEGER, -17).number("a")).isEqualTo(-17);
    assertThat(row(Types.SMALLINT, (short) -6).number("a")).isEqualTo(-6);
    assertThat(row(Types.SMALLINT, null).number("a")).isZero();
    assertThat(row(Types.VARCHAR, "12").number("a")).isEqualTo(12);
    assertThat(row(Types.BIT, true).flag("a")).isTrue();
    assertThat(row(Types.BOOLEAN, false).flag("a")).isFalse();
    assertThat(row(Types.BIT, null).flag("a")).isFalse();
  }

  /** As the other way of reading does. */
  @Test
  void givesNumbersAndFlagsAsTextsToo() throws SQLException {
    assertThat(row(Types.BIGINT, -12L).text("a")).isEqualTo("-12");
    assertThat(row(Types.BIT, true).text("a")).isEqualTo("t");
    assertThat(row(Types.BIT, false).text("a")).isEqualTo("f");
    assertThat(row(Types.BIT, null).text("a")).isNull();
  }

  @Test
  void readsArraysThatWereCastToText() throws SQLException {
    assertThat(row(Types.VARCHAR, "{x,\"a,b\",NULL}").texts("a")).containsExactly("x", "a,b", null);
    assertThat(row(Types.VARCHAR, null).texts("a")).isEmpty();
  }

  /** Never a wrong value in place of an error. */
  @Test
  void takesNothingElseForANumberOrAFlag() {
    assertThatThrownBy(() -> row(Types.VARCHAR, "1x").number("a"))
        .isInstanceOf(NumberFormatException.class)
        .hasMessageContaining("1x");
    assertThatThrownBy(() -> row(Types.BIT, true).number("a"))
        .isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> row(Types.VARCHAR, "yes").flag("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("yes");
    assertThatThrownBy(() -> row(Types.SMALLINT, (short) 1).flag("a"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> row(Types.ARRAY, "{}")).hasMessageContaining("to be cast");
  }

  @Test
  void goesFromRowToRowToTheEnd() throws SQLException {
    CopiedRow row = textRow();
    assertThat(row.goesTo(message(HEADER, "a", "b", "c"))).isTrue();
    assertThat(row.goesTo(message("", "d", "e", "f"))).isTrue();
    assertThat(row.text("c")).isEqualTo("f");
    assertThatThrownBy(() -> row.text("d")).isInstanceOf(IllegalArgumentException.class);
    assertThat(row.goesTo(raw(NO_MORE_ROWS))).isFalse();
  }

  @Test
  void endsWhereThereIsNoRow() throws SQLException {
    assertThat(textRow().goesTo(raw(HEADER + NO_MORE_ROWS))).isFalse();
  }

  @Test
  void passesOverAnExtensionOfTheHeader() throws SQLException {
    String extended = HEADER.substring(0, HEADER.length() - 1) + "\3new";
    assertThat(row(Types.VARCHAR, "x").text("a")).isEqualTo("x");

    CopiedRow row = textRow();
    assertThat(row.goesTo(message(extended, "a", "b", "c"))).isTrue();
    assertThat(row.text("a")).isEqualTo("a");
  }

  @Test
  void saysWhenAValueHasNotTheSizeOfItsType() {
    assertThatThrownBy(() -> row(Types.BIGINT, "abc")).hasMessageContaining("break the protocol");
    assertThatThrownBy(() -> row(Types.BIT, (short) 1)).hasMessageContaining("break the protocol");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PG",
        "a,B b,c\n",
        "PGCOPY\n\377\r\n\0",
        "PGCOPY\n\377\r\n\0" + "\0\0\0\0" + "\377\377\377\377" + NO_MORE_ROWS,
        "PGCOPY\n\377\r\n\0" + "\0\0\0\0" + "\177\377\377\377" + NO_MORE_ROWS,
        HEADER,
        HEADER + "\0",
        HEADER + "\0\2" + "\377\377\377\377" + "\377\377\377\377",
        HEADER + "\0\3" + "\377\377\377\377" + "\377\377\377\377",
        HEADER + "\0\3" + "\377\377\377\377" + "\377\377\377\377" + "\0\0\0\5abcd",
        HEADER + "\0\3" + "\377\377\377\377" + "\377\377\377\377" + "\177\377\377\377abcd",
        HEADER + "\0\3" + "\377\377\377\377" + "\377\377\377\377" + "\377\377\377\376",
        HEADER + "\0\3" + "\377\377\377\377" + "\377\377\377\377" + "\0\0\0\1ab",
        HEADER + NO_MORE_ROWS + "\0",
      })
  void saysWhenTheBytesMakeNoSense(String bytes) {
    assertThatThrownBy(() -> textRow().goesTo(raw(bytes)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("break the protocol");
  }
}
