package dev.dbpreflight.introspect.postgres;

import static dev.dbpreflight.introspect.postgres.CatalogReading.name;
import static dev.dbpreflight.introspect.postgres.CatalogReading.owned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.TextSearchObject;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextSearchObjectsIT {

  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theFourKindsAreReadWhole(PostgresServer server) {
    CatalogReading reading =
        CatalogReading.of(
            server,
            """
            create schema app;
            create text search parser app.words (start = prsd_start, gettoken = prsd_nexttoken,
              end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline);
            create text search template app.same (lexize = dsimple_lexize, init = dsimple_init);
            create text search dictionary app.stems (template = snowball, language = english,
              stopwords = english);
            create text search dictionary app.plain (template = app.same, accept = false);
            create text search configuration app.site (parser = "default");
            alter text search configuration app.site
              add mapping for asciiword, word with app.stems, simple;
            create text search configuration app.own (parser = app.words);
            alter text search configuration app.own add mapping for asciiword with app.plain;
            comment on text search parser app.words is 'cuts';
            comment on text search template app.same is 'keeps';
            comment on text search dictionary app.plain is 'knows';
            comment on text search configuration app.site is 'looks';
            """);

    assertThat(
            reading.objects(
                ObjectKind.TEXT_SEARCH_PARSER,
                ObjectKind.TEXT_SEARCH_TEMPLATE,
                ObjectKind.TEXT_SEARCH_DICTIONARY,
                ObjectKind.TEXT_SEARCH_CONFIGURATION))
        .containsExactly(
            object(
                "words",
                ObjectKind.TEXT_SEARCH_PARSER,
                ofNobody("cuts"),
                "START = prsd_start(internal,integer)",
                "GETTOKEN = prsd_nexttoken(internal,internal,internal)",
                "END = prsd_end(internal)",
                "LEXTYPES = prsd_lextype(internal)",
                "HEADLINE = prsd_headline(internal,internal,tsquery)"),
            object(
                "same",
                ObjectKind.TEXT_SEARCH_TEMPLATE,
                ofNobody("keeps"),
                "INIT = dsimple_init(internal)",
                "LEXIZE = dsimple_lexize(internal,internal,internal,internal)"),
            object(
                "plain",
                ObjectKind.TEXT_SEARCH_DICTIONARY,
                owned("knows"),
                "TEMPLATE = app.same",
                "accept = 'false'"),
            object(
                "stems",
                ObjectKind.TEXT_SEARCH_DICTIONARY,
                owned(""),
                "TEMPLATE = snowball",
                "language = 'english'",
                "stopwords = 'english'"),
            // The names of a user's parser's tokens could only be had by calling the user's code.
            object(
                "own",
                ObjectKind.TEXT_SEARCH_CONFIGURATION,
                owned(""),
                "PARSER = app.words",
                "token 1 = app.plain"),
            object(
                "site",
                ObjectKind.TEXT_SEARCH_CONFIGURATION,
                owned("looks"),
                "PARSER = default",
                "asciiword = app.stems, simple",
                "word = app.stems, simple"));
  }

  private static TextSearchObject object(
      String name, ObjectKind kind, Attributes attributes, String... definition) {
    return new TextSearchObject(name(name), kind, List.of(definition), attributes);
  }

  private static Attributes ofNobody(String comment) {
    return new Attributes("", List.of(), comment);
  }

  @Test
  void optionsOfADictionaryAreSplitOutsideOfQuotes() {
    assertThat(TextSearchObjects.splitOptions("")).isEmpty();
    assertThat(TextSearchObjects.splitOptions("a = 'b'")).containsExactly("a = 'b'");
    assertThat(TextSearchObjects.splitOptions("a = 'it''s, so', \"b, c\" = E'\\\\d', n = 1"))
        .containsExactly("a = 'it''s, so'", "\"b, c\" = E'\\\\d'", "n = 1");
  }
}
