package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.introspect.sqlite.NotUnderstood.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A text that makes no sense is refused in the one way that the readers expect. */
class DamagedTextsTest {
  private static final NameScope SCOPE = NameScope.ofTable("t", List.of("a", "b"));

  private static final List<Parser<?>> PARSERS =
      List.of(
          CreateTableParser::parse,
          IndexText::parse,
          ViewText::parse,
          ModuleText::parse,
          sql -> TriggerText.parse(sql).canonical(SCOPE),
          sql -> CanonicalSql.expression(SqliteTokens.of(sql), SCOPE),
          sql -> CanonicalSql.query(SqliteTokens.of(sql), SCOPE),
          sql -> CanonicalSql.defaultValue(SqliteTokens.of(sql)));

  @Test
  void noTextStopsTheReading() throws IOException {
    Random random = new Random(1);
    int understood = 0;
    int refused = 0;
    for (String statement : statements()) {
      for (int damage = 0; damage < 20; damage++) {
        String damaged = damaged(statement, random);
        for (Parser<?> parser : PARSERS) {
          try {
            assertThat(parser.parse(damaged)).isNotNull();
            understood++;
          } catch (ParseException e) {
            refused++;
          }
        }
      }
    }
    assertThat(understood).isPositive();
    assertThat(refused).isPositive();
  }

  private static List<String> statements() throws IOException {
    List<String> statements = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/schemas/sqlite"))) {
      for (Path file : files.sorted().toList()) {
        statements.addAll(Arrays.asList(Files.readString(file).split(";\n")));
      }
    }
    return statements;
  }

  /** Cuts a piece out, or puts one in, or cuts the end off. */
  private static String damaged(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(12));
    List<String> pieces =
        List.of("(", ")", "'", "\"", ",", ";", ".", "[", "END", "BEGIN", " AS ", "/*");
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, from) + text.substring(to);
      case 1 ->
          text.substring(0, from)
              + pieces.get(random.nextInt(pieces.size()))
              + text.substring(from);
      default -> text.substring(0, from);
    };
  }
}
