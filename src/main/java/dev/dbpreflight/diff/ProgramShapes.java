package dev.dbpreflight.diff;

import static dev.dbpreflight.diff.CommonProperties.attributes;
import static dev.dbpreflight.diff.CommonProperties.comment;
import static dev.dbpreflight.diff.Property.exact;
import static dev.dbpreflight.diff.Property.of;

import dev.dbpreflight.model.Aggregate;
import dev.dbpreflight.model.Cast;
import dev.dbpreflight.model.EventTrigger;
import dev.dbpreflight.model.Operator;
import dev.dbpreflight.model.Routine;
import dev.dbpreflight.model.TextSearchObject;
import java.util.Locale;

/** What there is to compare in routines and in the objects that are made of them. */
final class ProgramShapes {

  static final Shape<Routine> ROUTINE =
      Shape.of(
              Routine.class,
              exact("form", Routine::form),
              of("arguments", routine -> Facet.sql(routine.arguments())),
              exact("returns", Routine::returns),
              exact("language", Routine::language),
              exact("volatility", Routine::volatility),
              exact("parallel", Routine::parallel),
              exact("strict", Routine::strict),
              exact("security definer", Routine::securityDefiner),
              exact("leakproof", Routine::leakproof),
              exact("cost", Routine::cost),
              exact("rows", Routine::rows),
              exact("settings", Routine::settings),
              exact("support", Routine::support),
              exact("transforms", Routine::transforms),
              of("body", ProgramShapes::body))
          .and(attributes(Routine::attributes));

  static final Shape<Aggregate> AGGREGATE =
      Shape.of(Aggregate.class, exact("options", Aggregate::options))
          .and(attributes(Aggregate::attributes));

  static final Shape<Operator> OPERATOR =
      Shape.of(
              Operator.class,
              exact("function", Operator::function),
              exact("result", Operator::result),
              exact("commutator", Operator::commutator),
              exact("negator", Operator::negator),
              exact("restrict", Operator::restrict),
              exact("join", Operator::join),
              exact("hashes", Operator::hashes),
              exact("merges", Operator::merges))
          .and(attributes(Operator::attributes));

  static final Shape<Cast> CAST =
      Shape.of(
          Cast.class,
          exact("method", Cast::method),
          exact("function", Cast::function),
          exact("context", Cast::context),
          comment(Cast::comment));

  static final Shape<EventTrigger> EVENT_TRIGGER =
      Shape.of(
              EventTrigger.class,
              exact("event", EventTrigger::event),
              exact("tags", EventTrigger::tags),
              exact("function", EventTrigger::function),
              exact("enabled", EventTrigger::enabled))
          .and(attributes(EventTrigger::attributes));

  static final Shape<TextSearchObject> TEXT_SEARCH =
      Shape.of(TextSearchObject.class, exact("definition", TextSearchObject::definition))
          .and(attributes(TextSearchObject::attributes));

  private ProgramShapes() {}

  /**
   * Servers keep the source of a function as it was written; only SQL-standard bodies are kept
   * parsed and printed anew. Neither beginning is valid at the start of a source text in SQL.
   */
  private static Facet body(Routine routine) {
    String start = routine.body().text().stripLeading().toUpperCase(Locale.ROOT);
    boolean printed =
        routine.language().equals("sql")
            && (start.startsWith("BEGIN ATOMIC") || start.startsWith("RETURN "));
    return printed ? Facet.sql(routine.body()) : Facet.exact(routine.body());
  }
}
