package dev.dbpreflight.app;

import dev.dbpreflight.checks.Answer;
import dev.dbpreflight.checks.Expectation;
import dev.dbpreflight.checks.Expectation.HttpAnswers;
import dev.dbpreflight.checks.FileText;
import dev.dbpreflight.checks.NamedChecks;
import dev.dbpreflight.checks.NamedChecks.Question;
import dev.dbpreflight.checks.NamedChecks.Visit;
import dev.dbpreflight.checks.Value;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.HttpProbe;
import dev.dbpreflight.connect.HttpProbe.Outcome;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.UserAnswer;
import dev.dbpreflight.introspect.UserQuery;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the database and addresses what named checks want to know. */
final class NamedAnswers {
  private final Progress progress;
  private final Map<Expectation, Answer> answers = new HashMap<>();

  NamedAnswers(Progress progress) {
    this.progress = progress;
  }

  Map<Expectation, Answer> all() {
    return answers;
  }

  /** In the session of the observation, so that both are of one moment. */
  void ask(Session session, NamedChecks checks) {
    List<Question> questions = checks.questions();
    if (questions.isEmpty()) {
      return;
    }
    progress.begins("asking the queries of checks:", "" + questions.size());
    List<UserAnswer> found =
        Wiring.userSql(session.engine())
            .ask(
                session,
                questions.stream()
                    .map(each -> new UserQuery(each.purpose(), each.sql(), each.limit()))
                    .toList());
    for (int at = 0; at < questions.size(); at++) {
      answers.put(questions.get(at).of(), answer(found.get(at), questions.get(at)));
    }
  }

  private static Answer answer(UserAnswer found, Question question) {
    return switch (found) {
      case UserAnswer.One one -> new Answer.One(value(one));
      case UserAnswer.None none -> new Answer.One(Value.none());
      case UserAnswer.Several several -> new Answer.Several();
      // A database may quote a query in its reason, and with it the value of a variable.
      case UserAnswer.NotRun notRun when question.secret() ->
          new Answer.NotRun(
              "cannot read the answer to "
                  + question.purpose()
                  + ": refused, in words that may quote a variable and so are not shown",
              "run the query by hand to see why");
      case UserAnswer.NotRun notRun -> new Answer.NotRun(notRun.reason(), notRun.remedy());
    };
  }

  private static Value value(UserAnswer.One one) {
    return switch (one.kind()) {
      case NUMBER ->
          Value.NUMBER.matcher(one.text()).matches()
              ? Value.of(new BigDecimal(one.text()))
              : Value.of(one.text());
      case TEXT -> Value.of(one.text());
      case TRUTH -> Value.of(one.text().equals("true"));
      case NULL -> Value.none();
    };
  }

  /** After the database has been let go. */
  void visit(NamedChecks checks, Deadline deadline) {
    for (Visit visit : checks.visits()) {
      HttpAnswers wanted = visit.of();
      progress.begins("asking", wanted.url().written());
      Map<String, String> headers =
          wanted.headers().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, header -> text(header.getValue())));
      Outcome outcome = new HttpProbe(deadline).get(wanted.url().value(), headers, visit.limit());
      answers.put(wanted, answer(outcome));
    }
  }

  private static String text(FileText text) {
    return text.value();
  }

  private static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Reply reply -> new Answer.Reply(reply.status(), reply.body(), reply.cut());
      case Outcome.NoReply none -> new Answer.Silence(none.reason(), none.remedy());
    };
  }
}
