package dev.dbpreflight.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonTokensTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'ab'",
        "\"ab\"",
        "'''ab'''",
        "\"\"\"ab\"\"\"",
        "r'ab'",
        "U\"ab\"",
        "f'ab'",
        "rF'ab'",
        "'\\x61b'",
        "'\\141b'",
        "'\\u0061\\U00000062'",
        "'\\N{LATIN SMALL LETTER A}b'",
        "'a\\\nb'",
        "'a\\\r\nb'"
      })
  void everySpellingOfAStringStandsForTheSame(String source) {
    assertThat(tokens(source)).containsExactly("STRING ab", "NEWLINE ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f'{x}'",
        "f'{x!r:>{width}}'",
        "f\"{x:'>10}\"",
        "f\"{a[\"b\"]}\"",
        "f'{ {1: 2}[1] }'",
        "f'{(lambda: 1)()}'",
        "rf'\\{x}'",
        "f'''{\nx\n}'''",
        "f'{f\"{f'{x}'}\"}'",
        "t'x'"
      })
  void aTemplateIsOneWordWhateverIsInIt(String source) {
    assertThat(tokens(source).getFirst()).startsWith("TEMPLATE ");
    assertThat(tokens(source)).hasSize(2);
  }

  @Test
  void bracesThatAreDoubledAreText() {
    assertThat(tokens("f'{{}}'")).containsExactly("STRING {}", "NEWLINE ");
  }

  @Test
  void aRawStringKeepsItsBackslashes() {
    assertThat(tokens("r'a\\'b\\n' rb'\\x'"))
        .containsExactly("STRING a\\'b\\n", "BYTES \\x", "NEWLINE ");
  }

  @Test
  void anUnknownEscapeIsNone() {
    assertThat(tokens("'\\d' b'\\u'")).containsExactly("STRING \\d", "BYTES \\u", "NEWLINE ");
  }

  @Test
  void commentsAndBlankLinesAreNothing() {
    assertThat(tokens("# revision = 'x'\n\n  # more\na # b\n"))
        .containsExactly("NAME a", "NEWLINE ");
  }

  @Test
  void aLineGoesOnBehindABackslashAndInsideBrackets() {
    assertThat(tokens("a = \\\n  (1,\n\n2)\nb"))
        .containsExactly(
            "NAME a",
            "OPERATOR =",
            "OPERATOR (",
            "NUMBER 1",
            "OPERATOR ,",
            "NUMBER 2",
            "OPERATOR )",
            "NEWLINE ",
            "NAME b",
            "NEWLINE ");
  }

  @Test
  void blocksAreIndentedByBlanksOrTabs() {
    assertThat(tokens("if a:\n\tb\n\n\tif c:\n\t\td\ne"))
        .containsExactly(
            "NAME if",
            "NAME a",
            "OPERATOR :",
            "NEWLINE ",
            "INDENT ",
            "NAME b",
            "NEWLINE ",
            "NAME if",
            "NAME c",
            "OPERATOR :",
            "NEWLINE ",
            "INDENT ",
            "NAME d",
            "NEWLINE ",
            "DEDENT ",
            "DEDENT ",
            "NAME e",
            "NEWLINE ");
  }

  @Test
  void namesMayBeOfAnyScript() {
    assertThat(tokens("\uFEFFübung_２ = 名前\r"))
        .containsExactly("NAME übung_2", "OPERATOR =", "NAME 名前", "NEWLINE ");
  }

  @Test
  void numbersAndOperatorsAreWholeWords() {
    assertThat(tokens("0x1e+1.5e-3 ** .5j != a->b:=..."))
        .containsExactly(
            "NUMBER 0x1e",
            "OPERATOR +",
            "NUMBER 1.5e-3",
            "OPERATOR **",
            "NUMBER .5j",
            "OPERATOR !=",
            "NAME a",
            "OPERATOR ->",
            "NAME b",
            "OPERATOR :=",
            "OPERATOR ...",
            "NEWLINE ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = 'b                | 1 | begins a string and never ends it",
        "a\\n'''b\\n'          | 2 | begins a string and never ends it",
        "f'{a'                 | 1 | begins a string and never ends it",
        "a\\n(b,\\n[c]         | 2 | opens \"(\" and never closes it",
        "a)                    | 1 | closes \")\" that nothing opened",
        "(a]                   | 1 | closes \"(\" with \"]\"",
        "if a:\\n    b\\n  c   | 3 | is indented like no block around it",
        "if a:\\n        b\\n\\tc | 3 | mixes tabs and blanks in its indentation",
        "a = $b                | 1 | has a character that no Python has outside of strings",
        "a \\ b                | 1 | has something after the backslash that continues a line",
        "'\\x1'                | 1 | has an escape in a string that is cut off",
        "f'}'                  | 1 | has a single \"}\" in a template",
      })
  void saysWhereAFileStopsMakingSense(String source, int line, String reason) {
    String text = source.replace("\\n", "\n").replace("\\t", "\t");

    assertThat(PythonTokens.of(text).fault()).contains(new Fault(line, reason));
  }

  @Test
  void refusesWhatIsNestedDeeperThanPythonAllows() {
    assertThat(PythonTokens.of("(".repeat(100_000)).fault()).isPresent();
    assertThat(PythonTokens.of("f'{".repeat(100_000)).fault()).isPresent();
    assertThat(PythonTokens.of("f'{a:" + "{a:".repeat(100_000)).fault()).isPresent();
  }

  private static List<String> tokens(String source) {
    PythonTokens tokens = PythonTokens.of(source);
    assertThat(tokens.fault()).isEmpty();
    return tokens.tokens().stream().map(token -> token.type() + " " + token.text()).toList();
  }
}
