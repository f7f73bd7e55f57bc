package dev.dbpreflight.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings what people write and what a catalog prints into one spelling, where both are known to
 * mean the same. Two texts that it leaves different may still mean the same; then the message shows
 * what the catalog has, to be copied.
 */
final class Spelling {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("serial", "integer"),
          Map.entry("serial4", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("smallserial", "smallint"),
          Map.entry("serial2", "smallint"),
          Map.entry("int8", "bigint"),
          Map.entry("bigserial", "bigint"),
          Map.entry("serial8", "bigint"),
          Map.entry("bool", "boolean"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("float", "double precision"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("varchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("national character varying", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("nchar", "character"),
          Map.entry("national character", "character"),
          Map.entry("varbit", "bit varying"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"));

  /** Words, modifier, zone, array: "timestamp (3) with time zone []". */
  private static final Pattern TYPE =
      Pattern.compile(
          "(.*?)\\s*(?:\\(\\s*(-?\\d+)\\s*(?:,\\s*(-?\\d+)\\s*)?\\))?\\s*((?:with|without) time"
              + " zone)?\\s*((?:\\[\\s*\\d*\\s*\\]|\\barray)*)",
          Pattern.DOTALL);

  private static final Pattern CAST =
      Pattern.compile(
          "::\\s*(?:character varying|double precision|bit varying"
              + "|(?:timestamp|time)(?:\\s*\\(\\d+\\))?(?: with(?:out)? time zone)?"
              + "|(?:\"[^\"]+\"|[\\w$]+)(?:\\.(?:\"[^\"]+\"|[\\w$]+))*)"
              + "(?:\\s*\\(\\d+(?:,\\s*\\d+)?\\))?(?:\\[\\])*",
          Pattern.CASE_INSENSITIVE);

  private Spelling() {}

  /** One spelling of a type: "character varying(20)". */
  static String type(String written) {
    String text = written.strip().replaceAll("\\s+", " ");
    if (text.indexOf('"') >= 0) {
      return text;
    }
    Matcher parts = TYPE.matcher(text.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return text;
    }
    String words = parts.group(1).replaceFirst("^pg_catalog\\.", "");
    String name = parts.group(4) == null ? words : words + " " + parts.group(4);
    return standard(name, parts.group(2), parts.group(3)) + "[]".repeat(arrays(parts.group(5)));
  }

  private static int arrays(String suffix) {
    // PostgreSQL keeps neither the length nor the number of dimensions.
    return suffix.isEmpty() ? 0 : 1;
  }

  private static String standard(String name, String first, String second) {
    String full = TYPES.getOrDefault(name, name);
    if (name.equals("float") && first != null) {
      return Integer.parseInt(first) <= 24 ? "real" : "double precision";
    }
    if (first == null) {
      return switch (full) {
        case "character", "bit" -> full + "(1)";
        default -> full;
      };
    }
    boolean zeroScale = second == null || second.equals("0");
    String modifier = "(" + first + (zeroScale ? "" : "," + second) + ")";
    return full.matches("(timestamp|time) with.*")
        ? full.replaceFirst(" ", modifier + " ")
        : full + modifier;
  }

  /** Whether two spellings name one type; a user's own type may be without its schema. */
  static boolean sameType(String expected, String actual) {
    String one = type(expected);
    String other = type(actual);
    return one.equals(other)
        || (one.indexOf('.') < 0
            && !one.isEmpty()
            && other.matches("[\\w$]+\\." + Pattern.quote(one)));
  }

  /** Whether two expressions are the same but for layout, case of words, casts and parentheses. */
  static boolean sameSql(String expected, String actual) {
    return expected.equals(actual) || sql(expected).equals(sql(actual));
  }

  private static List<String> sql(String text) {
    List<String> tokens = withoutAroundOne(tokens(CAST.matcher(text).replaceAll("")));
    while (tokens.size() > 2 && enclosed(tokens)) {
      tokens = tokens.subList(1, tokens.size() - 1);
    }
    return tokens.size() == 1 ? List.of(number(tokens.getFirst())) : tokens;
  }

  /** PostgreSQL puts constants that it casts in parentheses: (0)::numeric. */
  private static List<String> withoutAroundOne(List<String> tokens) {
    List<String> kept = new ArrayList<>(tokens);
    for (int at = kept.size() - 3; at >= 0; at--) {
      boolean call = at > 0 && kept.get(at - 1).matches("[\\w$\"].*");
      if (kept.get(at).equals("(") && kept.get(at + 2).equals(")") && !call) {
        kept.remove(at + 2);
        kept.remove(at);
      }
    }
    return kept;
  }

  private static boolean enclosed(List<String> tokens) {
    if (!tokens.getFirst().equals("(")) {
      return false;
    }
    int depth = 0;
    for (int at = 0; at < tokens.size(); at++) {
      depth += tokens.get(at).equals("(") ? 1 : tokens.get(at).equals(")") ? -1 : 0;
      if (depth == 0) {
        return at == tokens.size() - 1;
      }
    }
    return false;
  }

  /** '0', 0 and 0.00 are one number: PostgreSQL keeps '0'::numeric for a default of 0. */
  private static String number(String token) {
    String inside = token.replaceFirst("(?s)^'(.*)'$", "$1");
    return Value.NUMBER.matcher(inside).matches()
        ? Value.of(new BigDecimal(inside)).toString()
        : token;
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|-?[0-9.]+|[\\w$]+|\\s+|.", Pattern.DOTALL);

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      String word = token.group();
      if (!word.isBlank()) {
        boolean quoted = word.startsWith("'") || word.startsWith("\"");
        tokens.add(quoted ? plain(word) : word.toLowerCase(Locale.ROOT));
      }
    }
    return tokens;
  }

  /** A quoted name that needs no quotes. */
  private static String plain(String word) {
    return word.matches("\"[a-z_][a-z0-9_]*\"") ? word.substring(1, word.length() - 1) : word;
  }
}
