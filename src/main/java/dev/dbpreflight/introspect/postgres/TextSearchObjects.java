package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.TextSearchObject;
import java.util.ArrayList;
import java.util.List;

/** Text search parsers, templates, dictionaries and configurations. */
final class TextSearchObjects {

  private TextSearchObjects() {}

  // One row per parser; 14 to 18.
  static Query<TextSearchObject> parsers() {
    return new Query<>(
        "text search parsers",
        """
        select n.nspname as schema, p.prsname as name,
          %s as "START", %s as "GETTOKEN", %s as "END", %s as "LEXTYPES", %s as "HEADLINE",
          comment.description as comment
        from pg_catalog.pg_ts_parser p
        join pg_catalog.pg_namespace n on n.oid = p.prsnamespace
        %s
        where %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.function("p.prsstart"),
                CatalogSql.function("p.prstoken"),
                CatalogSql.function("p.prsend"),
                CatalogSql.function("p.prslextype"),
                CatalogSql.function("p.prsheadline"),
                CatalogSql.commentOn("pg_ts_parser", "p.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_ts_parser", "p.oid")),
        row ->
            functions(
                row,
                ObjectKind.TEXT_SEARCH_PARSER,
                List.of("START", "GETTOKEN", "END", "LEXTYPES", "HEADLINE")));
  }

  // One row per template; 14 to 18.
  static Query<TextSearchObject> templates() {
    return new Query<>(
        "text search templates",
        """
        select n.nspname as schema, t.tmplname as name, %s as "INIT", %s as "LEXIZE",
          comment.description as comment
        from pg_catalog.pg_ts_template t
        join pg_catalog.pg_namespace n on n.oid = t.tmplnamespace
        %s
        where %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.function("t.tmplinit"),
                CatalogSql.function("t.tmpllexize"),
                CatalogSql.commentOn("pg_ts_template", "t.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_ts_template", "t.oid")),
        row -> functions(row, ObjectKind.TEXT_SEARCH_TEMPLATE, List.of("INIT", "LEXIZE")));
  }

  // One row per dictionary; 14 to 18.
  static Query<TextSearchObject> dictionaries() {
    return new Query<>(
        "text search dictionaries",
        """
        select n.nspname as schema, d.dictname as name,
          case when tn.nspname = 'pg_catalog' then t.tmplname::pg_catalog.text
            else pg_catalog.format('%%I.%%I', tn.nspname, t.tmplname) end as template,
          d.dictinitoption as options,
          %s
        from pg_catalog.pg_ts_dict d
        join pg_catalog.pg_namespace n on n.oid = d.dictnamespace
        join pg_catalog.pg_ts_template t on t.oid = d.dicttemplate
        join pg_catalog.pg_namespace tn on tn.oid = t.tmplnamespace
        %s
        where %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.attributesWithoutGrants("d.dictowner"),
                CatalogSql.commentOn("pg_ts_dict", "d.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_ts_dict", "d.oid")),
        row -> {
          List<String> definition = splitOptions(row.textOrEmpty("options"));
          definition.add("TEMPLATE = " + row.text("template"));
          return object(
              row, ObjectKind.TEXT_SEARCH_DICTIONARY, definition, CatalogSql.attributes(row));
        });
  }

  // One row per configuration. The tokens of a parser that is not the server's keep their numbers:
  // asking for their names would call a user's function; 14 to 18.
  static Query<TextSearchObject> configurations() {
    return new Query<>(
        "text search configurations",
        """
        select n.nspname as schema, c.cfgname as name,
          case when pn.nspname = 'pg_catalog' then p.prsname::pg_catalog.text
            else pg_catalog.format('%%I.%%I', pn.nspname, p.prsname) end as parser,
          array(
            select coalesce(token.alias, 'token ' || m.maptokentype) || ' = '
              || pg_catalog.string_agg(
                m.mapdict::pg_catalog.regdictionary::pg_catalog.text, ', ' order by m.mapseqno)
            from pg_catalog.pg_ts_config_map m
            left join lateral pg_catalog.ts_token_type(
                case when pn.nspname = 'pg_catalog' then c.cfgparser end) token
              on token.tokid = m.maptokentype
            where m.mapcfg = c.oid
            group by m.maptokentype, token.alias) as mappings,
          %s
        from pg_catalog.pg_ts_config c
        join pg_catalog.pg_namespace n on n.oid = c.cfgnamespace
        join pg_catalog.pg_ts_parser p on p.oid = c.cfgparser
        join pg_catalog.pg_namespace pn on pn.oid = p.prsnamespace
        %s
        where %s
          -- members of extensions go with them
          and %s
        """
            .formatted(
                CatalogSql.attributesWithoutGrants("c.cfgowner"),
                CatalogSql.commentOn("pg_ts_config", "c.oid"),
                CatalogSql.USER_SCHEMA,
                CatalogSql.ownObject("pg_ts_config", "c.oid")),
        row -> {
          List<String> definition = new ArrayList<>(row.texts("mappings"));
          definition.add("PARSER = " + row.text("parser"));
          return object(
              row, ObjectKind.TEXT_SEARCH_CONFIGURATION, definition, CatalogSql.attributes(row));
        });
  }

  private static TextSearchObject functions(Row row, ObjectKind kind, List<String> options) {
    List<String> definition =
        options.stream()
            .filter(option -> !row.isNull(option))
            .map(option -> option + " = " + row.text(option))
            .toList();
    return object(row, kind, definition, new Attributes("", List.of(), row.textOrEmpty("comment")));
  }

  private static TextSearchObject object(
      Row row, ObjectKind kind, List<String> definition, Attributes attributes) {
    ObjectName name = new ObjectName(row.text("schema"), row.text("name"));
    return new TextSearchObject(name, kind, definition, attributes);
  }

  /**
   * Takes {@code language = 'english', stopwords = 'a, b'} apart at the commas outside of quotes.
   */
  static List<String> splitOptions(String options) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int position = 0; position < options.length(); position++) {
      char character = options.charAt(position);
      if (quote != 0) {
        // A doubled quote closes and opens again, which comes to the same.
        quote = character == quote ? 0 : quote;
      } else if (character == '\'' || character == '"') {
        quote = character;
      } else if (character == ',') {
        parts.add(options.substring(start, position).strip());
        start = position + 1;
      }
    }
    if (start < options.length()) {
      parts.add(options.substring(start).strip());
    }
    return parts;
  }
}
