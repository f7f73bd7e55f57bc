package dev.dbpreflight.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class CopiedRowTest {
  static final List<Arguments> LINES =
      List.of(
          Arguments.of("1,2,3", Arrays.asList("1", "2", "3")),
          Arguments.of(",,", Arrays.asList(null, null, null)),
          Arguments.of("\"\",,\"\"", Arrays.asList("", null, "")),
          Arguments.of("\"a,b\",c,\"d\"", List.of("a,b", "c", "d")),
          Arguments.of("\"say \"\"yes\"\"\",\"\"\"\",x", List.of("say \"yes\"", "\"", "x")),
          Arguments.of("\"one\ntwo\r\n\",b,\"\n\"", List.of("one\ntwo\r\n", "b", "\n")),
          Arguments.of("ä,\"日本, 語\",🦆", List.of("ä", "日本, 語", "🦆")),
          Arguments.of("\\N,\\.,'q'", List.of("\\N", "\\.", "'q'")),
          Arguments.of("\" \",a b,{}", List.of(" ", "a b", "{}")));

  private static CopiedRow row(String line) {
    CopiedRow row = new CopiedRow("a,\"B b\",c\n".getBytes(UTF_8));
    assertThat(row.goesTo((line + "\n").getBytes(UTF_8))).isTrue();
    return row;
  }

  @ParameterizedTest
  @FieldSource("LINES")
  void givesTheValuesBack(String line, List<String> values) {
    CopiedRow row = row(line);

    assertThat(Arrays.asList(row.text("a"), row.text("B b"), row.text("c"))).isEqualTo(values);
    assertThat(row.isNull("a")).isEqualTo(values.getFirst() == null);
    assertThat(row.textOrEmpty("a")).isEqualTo(values.getFirst() == null ? "" : values.getFirst());
  }

  @Test
  void readsNumbersFlagsAndArrays() {
    CopiedRow row = row("9223372036854775807,-9223372036854775808,\"{x,\"\"a,b\"\"}\"");
    assertThat(row.number("a")).isEqualTo(Long.MAX_VALUE);
    assertThat(row.number("B b")).isEqualTo(Long.MIN_VALUE);
    assertThat(row.texts("c")).containsExactly("x", "a,b");

    row.goesTo("t,f,\n".getBytes(UTF_8));
    assertThat(row.flag("a")).isTrue();
    assertThat(row.flag("B b")).isFalse();
    assertThat(row.flag("c")).isFalse();
    assertThat(row.number("c")).isZero();
    assertThat(row.texts("c")).isEmpty();
  }

  /** Never a wrong number in place of an error. */
  @Test
  void takesNothingElseForANumberOrAFlag() {
    for (String line : List.of("1x,,", "9223372036854775808,,", "1.5,,", "-,,", "\"\",,")) {
      assertThatThrownBy(() -> row(line).number("a"))
          .as(line)
          .isInstanceOf(NumberFormatException.class);
    }
    for (String line : List.of("true,,", "1,,", "x,,")) {
      assertThatThrownBy(() -> row(line).flag("a"))
          .as(line)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void tellsARowThatDoesNotFitTheLabels() {
    CopiedRow row = row("1,2,3");
    assertThat(row.goesTo("1,2\n".getBytes(UTF_8))).isFalse();
    assertThat(row.goesTo("1,2,3,4\n".getBytes(UTF_8))).isFalse();
    assertThat(row.goesTo(new byte[0])).isFalse();
    assertThat(row.goesTo("1,2,3".getBytes(UTF_8))).isTrue();
    assertThatThrownBy(() -> row("1,2,3").text("d")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasNoLimitForColumns() {
    String header = String.join(",", IntStream.range(0, 100).mapToObj(n -> "c" + n).toList());
    CopiedRow row = new CopiedRow(header.getBytes(UTF_8));
    row.goesTo(header.toUpperCase(Locale.ROOT).getBytes(UTF_8));

    assertThat(row.text("c99")).isEqualTo("C99");
  }
}
