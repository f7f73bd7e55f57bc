package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Aggregate;
import dev.dbpreflight.model.Cast;
import dev.dbpreflight.model.Operator;
import dev.dbpreflight.model.Routine;
import dev.dbpreflight.model.Routine.Form;

/** What can be called: functions and procedures in two groups, aggregates, operators, casts. */
final class RoutineJson {
  private static final Choice<Form> FUNCTION_FORM =
      new Choice<Form>().word("function", Form.FUNCTION).word("window", Form.WINDOW);

  private RoutineJson() {}

  static MembersOut write(Routine routine) {
    MembersOut out = new MembersOut().name(routine.name());
    if (routine.form() != Form.PROCEDURE) {
      out.choice("form", FUNCTION_FORM, routine.form(), Form.FUNCTION);
    }
    out.text("arguments", routine.arguments(), "")
        .text("returns", routine.returns(), "")
        .text("language", routine.language())
        .text("volatility", routine.volatility(), "VOLATILE")
        .text("parallel", routine.parallel(), "UNSAFE")
        .flag("strict", routine.strict(), false)
        .flag("securityDefiner", routine.securityDefiner(), false)
        .flag("leakproof", routine.leakproof(), false)
        .text("cost", routine.cost(), "100")
        .text("rows", routine.rows(), "0")
        .texts("settings", routine.settings())
        .text("support", routine.support(), "")
        .texts("transforms", routine.transforms())
        .sql("body", routine.body());
    return AttributesJson.write(out, routine.attributes());
  }

  static Routine read(MembersIn in, boolean procedure) {
    return new Routine(
        in.name(),
        procedure ? Form.PROCEDURE : in.choice("form", FUNCTION_FORM, Form.FUNCTION),
        in.text("arguments", ""),
        in.text("returns", ""),
        in.text("language"),
        in.text("volatility", "VOLATILE"),
        in.text("parallel", "UNSAFE"),
        in.flag("strict", false),
        in.flag("securityDefiner", false),
        in.flag("leakproof", false),
        in.text("cost", "100"),
        in.text("rows", "0"),
        in.texts("settings"),
        in.text("support", ""),
        in.texts("transforms"),
        in.sql("body"),
        AttributesJson.read(in));
  }

  static MembersOut write(Aggregate aggregate) {
    MembersOut out = new MembersOut().name(aggregate.name()).texts("options", aggregate.options());
    return AttributesJson.write(out, aggregate.attributes());
  }

  static Aggregate readAggregate(MembersIn in) {
    return new Aggregate(in.name(), in.texts("options"), AttributesJson.read(in));
  }

  static MembersOut write(Operator operator) {
    MembersOut out =
        new MembersOut()
            .name(operator.name())
            .text("function", operator.function())
            .text("result", operator.result())
            .text("commutator", operator.commutator(), "")
            .text("negator", operator.negator(), "")
            .text("restrict", operator.restrict(), "")
            .text("join", operator.join(), "")
            .flag("hashes", operator.hashes(), false)
            .flag("merges", operator.merges(), false);
    return AttributesJson.write(out, operator.attributes());
  }

  static Operator readOperator(MembersIn in) {
    return new Operator(
        in.name(),
        in.text("function"),
        in.text("result"),
        in.text("commutator", ""),
        in.text("negator", ""),
        in.text("restrict", ""),
        in.text("join", ""),
        in.flag("hashes", false),
        in.flag("merges", false),
        AttributesJson.read(in));
  }

  static MembersOut write(Cast cast) {
    return new MembersOut()
        .name(cast.name())
        .text("method", cast.method())
        .text("function", cast.function(), "")
        .text("context", cast.context(), "EXPLICIT")
        .lines("comment", cast.comment());
  }

  static Cast readCast(MembersIn in) {
    return new Cast(
        in.name(),
        in.text("method"),
        in.text("function", ""),
        in.text("context", "EXPLICIT"),
        in.lines("comment"));
  }
}
