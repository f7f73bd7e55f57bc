package dev.dbpreflight.checks;

import dev.dbpreflight.checks.Expectation.HttpAnswers;
import dev.dbpreflight.checks.Expectation.RowsWithin;
import dev.dbpreflight.checks.Expectation.SqlAnswers;
import dev.dbpreflight.checks.Note.Unknown;
import dev.dbpreflight.checks.Note.Wrong;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds answers of the database and of addresses against what a check expects of them. */
final class AnswerJudgement {
  private static final int SHOWN = 200;

  private final TableNames names;

  AnswerJudgement(TableNames names) {
    this.names = names;
  }

  /** One value; what is shown of a query never has the values of variables in it. */
  List<Note> judge(SqlAnswers expected, Answer answer) {
    String query = "the query \"" + excerpt(expected.query().written()) + "\"";
    return switch (answer) {
      case Answer.One one when expected.expect().holds(one.value()) -> List.of();
      case Answer.One one ->
          List.of(
              wrong(
                  expected,
                  query
                      + " answers "
                      + shown(one.value(), expected.query())
                      + ", expected "
                      + expected.expect(),
                  "see with it what is wrong with the data"));
      case Answer.Several many ->
          List.of(
              wrong(
                  expected,
                  query + " answers more than one row",
                  "make it answer one value: count(*), or LIMIT 1"));
      case Answer.NotRun notRun -> List.of(new Unknown(notRun.reason(), notRun.remedy()));
      case Answer.Reply other -> throw mixedUp(expected);
      case Answer.Silence other -> throw mixedUp(expected);
    };
  }

  /** A query may answer what a variable has put into it. */
  private static String shown(Value answer, FileText query) {
    String text = answer instanceof Value.Text found ? found.text().strip() : "";
    boolean filledIn =
        !text.isEmpty() && query.value().contains(text) && !query.written().contains(text);
    return filledIn ? "what a variable has put into it" : excerpt(answer.toString());
  }

  /** A count that stops one above the highest number that is allowed. */
  List<Note> judge(RowsWithin expected, Answer answer) {
    return switch (answer) {
      case Answer.One one -> rows(expected, ((Value.Number) one.value()).number());
      case Answer.NotRun notRun -> List.of(new Unknown(notRun.reason(), notRun.remedy()));
      case Answer.Several other -> throw mixedUp(expected);
      case Answer.Reply other -> throw mixedUp(expected);
      case Answer.Silence other -> throw mixedUp(expected);
    };
  }

  private List<Note> rows(RowsWithin expected, BigDecimal count) {
    ObjectRef table =
        ObjectRef.of(ObjectKind.TABLE, names.relation(expected.table()).orElseThrow());
    if (expected.min().isPresent()
        && count.compareTo(BigDecimal.valueOf(expected.min().getAsLong())) < 0) {
      return List.of(
          new Wrong(
              table,
              "rows",
              "%s has %s rows, expected at least %d"
                  .formatted(table, count, expected.min().getAsLong()),
              "find out which rows are missing, and load them"));
    }
    if (expected.max().isPresent()
        && count.compareTo(BigDecimal.valueOf(expected.max().getAsLong())) > 0) {
      return List.of(
          new Wrong(
              table,
              "rows",
              "%s has more than %d rows, expected at most that"
                  .formatted(table, expected.max().getAsLong()),
              "find out which rows should not be there"));
    }
    return List.of();
  }

  List<Note> judge(HttpAnswers expected, Answer answer) {
    String address = "\"" + expected.url() + "\"";
    return switch (answer) {
      case Answer.Reply reply -> reply(expected, address, reply);
      case Answer.Silence silence ->
          List.of(wrong(expected, address + " " + silence.reason(), silence.remedy()));
      case Answer.NotRun notRun -> List.of(new Unknown(notRun.reason(), notRun.remedy()));
      case Answer.One other -> throw mixedUp(expected);
      case Answer.Several other -> throw mixedUp(expected);
    };
  }

  private static List<Note> reply(HttpAnswers expected, String address, Answer.Reply reply) {
    String next = "look into the log of what answers there";
    if (reply.status() != expected.status()) {
      return List.of(
          wrong(
              expected,
              "%s answers with status %d, expected %d"
                  .formatted(address, reply.status(), expected.status()),
              next));
    }
    List<Note> notes = new ArrayList<>();
    String part = reply.cut() ? " in its first megabyte" : "";
    expected
        .body()
        .filter(text -> !reply.body().contains(text.value()))
        .ifPresent(
            text ->
                notes.add(
                    wrong(
                        expected,
                        "the answer of %s does not contain \"%s\"%s"
                            .formatted(address, excerpt(text.written()), part),
                        next)));
    if (!expected.json().isEmpty()) {
      notes.addAll(json(expected, address, reply, next));
    }
    return notes;
  }

  private static List<Note> json(
      HttpAnswers expected, String address, Answer.Reply reply, String next) {
    if (reply.cut()) {
      return List.of(
          wrong(
              expected,
              "the answer of "
                  + address
                  + " is longer than a megabyte, expected a short one in JSON",
              "name an address that answers less"));
    }
    JsonValues values = JsonValues.in(reply.body(), expected.json().keySet());
    if (!values.valid()) {
      return List.of(wrong(expected, "the answer of " + address + " is not valid JSON", next));
    }
    List<Note> notes = new ArrayList<>();
    expected
        .json()
        .forEach(
            (pointer, comparison) -> {
              Optional<Value> value = values.at(pointer);
              if (value.isEmpty() || !comparison.holds(value.get())) {
                notes.add(
                    wrong(
                        expected,
                        pointer,
                        "the answer of %s has %s at %s, expected %s"
                            .formatted(
                                address,
                                value
                                    .map(found -> excerpt(found.toString()))
                                    .orElse(values.kindAt(pointer)),
                                pointer.isEmpty() ? "its root" : pointer,
                                comparison),
                        next));
              }
            });
    return notes;
  }

  private static Wrong wrong(SqlAnswers expected, String what, String next) {
    return new Wrong(ObjectRef.database(), excerpt(expected.query().written()), what, next);
  }

  private static Wrong wrong(HttpAnswers expected, String detail, String what, String next) {
    String address = expected.url().written();
    String at = detail.isEmpty() ? address : address + " " + detail;
    return new Wrong(ObjectRef.database(), at, what, next);
  }

  private static Wrong wrong(HttpAnswers expected, String what, String next) {
    return wrong(expected, "", what, next);
  }

  private static String excerpt(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private static IllegalArgumentException mixedUp(Expectation expected) {
    return new IllegalArgumentException("not an answer to what " + expected.source() + " asks");
  }
}
