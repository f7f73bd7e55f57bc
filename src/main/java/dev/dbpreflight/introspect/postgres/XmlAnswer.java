package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.introspect.UserAnswer;
import dev.dbpreflight.introspect.UserAnswer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code query_to_xml} makes of one value. It escapes three characters and the carriage return
 * and lets all others through, also those that no XML may have, so no parser of XML would do.
 */
final class XmlAnswer {
  private static final Pattern ROW =
      Pattern.compile(
          "<row>\\s*<kind>(.)</kind>\\s*(?:<value>(.*?)</value>|<value xsi:nil=\"true\"/>|<value/>)"
              + "\\s*</row>",
          Pattern.DOTALL);

  private XmlAnswer() {}

  /**
   * The query with the kind of its only column beside its value, at most two rows. That there is
   * one column is made sure by what is never run: a subquery with more is refused. Line breaks end
   * a comment at the query's end. The names are qualified, because the search path is the user's.
   */
  static String wrapped(String sql) {
    return """
    SELECT (SELECT t.typcategory FROM pg_catalog.pg_type t
            WHERE t.oid OPERATOR(pg_catalog.=) pg_catalog.pg_typeof(answer.value)::pg_catalog.oid) AS kind,
           pg_catalog.left(answer.value::pg_catalog.text, %2$d) AS value
    FROM (
    %1$s
    ) AS answer (value)
    WHERE true OR (
    %1$s
    ) IS NULL
    LIMIT 2\
    """
        .formatted(sql, UserAnswer.LENGTH);
  }

  static UserAnswer read(String xml) {
    Matcher row = ROW.matcher(xml);
    List<UserAnswer> values = new ArrayList<>();
    while (row.find()) {
      values.add(value(row.group(1), row.group(2), row.group()));
    }
    return switch (values.size()) {
      case 0 -> new UserAnswer.None();
      case 1 -> values.getFirst();
      default -> new UserAnswer.Several();
    };
  }

  /** Categories of types: "N" are numbers, "B" booleans. */
  private static UserAnswer value(String category, String escaped, String row) {
    if (row.contains("<value xsi:nil=\"true\"/>")) {
      return new UserAnswer.One(Kind.NULL, "");
    }
    String text = escaped == null ? "" : unescaped(escaped);
    Kind kind =
        switch (category) {
          case "N" -> text.matches("-?[0-9.]+(e[+-]?[0-9]+)?") ? Kind.NUMBER : Kind.TEXT;
          case "B" -> Kind.TRUTH;
          default -> Kind.TEXT;
        };
    return new UserAnswer.One(kind, text);
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#x0d;", "\r")
        .replace("&amp;", "&");
  }
}
