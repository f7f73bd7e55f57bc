package dev.dbpreflight.checks;

import dev.dbpreflight.checks.Expectation.ColumnIs;
import dev.dbpreflight.checks.Expectation.ConstraintIs;
import dev.dbpreflight.checks.Expectation.HttpAnswers;
import dev.dbpreflight.checks.Expectation.IndexIs;
import dev.dbpreflight.checks.Expectation.RowsWithin;
import dev.dbpreflight.checks.Expectation.SqlAnswers;
import dev.dbpreflight.checks.Expectation.TableExists;
import dev.dbpreflight.checks.Note.Unknown;
import dev.dbpreflight.checks.Note.Wrong;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule.Unseen;
import dev.dbpreflight.rules.RuleResult;
import dev.dbpreflight.rules.RuleResult.Judged;
import dev.dbpreflight.rules.RuleResult.Status;
import dev.dbpreflight.rules.RuleResult.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that users wrote, held against one schema and what the database and addresses answer. */
public final class NamedChecks {
  private static final Duration SQL_LIMIT = Duration.ofSeconds(10);
  private static final Duration HTTP_LIMIT = Duration.ofSeconds(5);

  private final List<NamedCheck> checks;
  private final TableNames names;
  private final ColumnJudgement columns;
  private final IndexJudgement indexes;
  private final ConstraintJudgement constraints;
  private final AnswerJudgement answers;

  /**
   * A query that has to be asked before the checks can be judged.
   *
   * @param purpose for messages: {@code check "default_fee"}
   * @param limit how long it may take
   * @param secret the text holds values of variables, so nothing that quotes it may be shown
   */
  public record Question(
      Expectation of, String purpose, String sql, Duration limit, boolean secret) {}

  /** An address that has to be asked before the checks can be judged. */
  public record Visit(HttpAnswers of, Duration limit) {}

  /**
   * @param toolTables tables of migration tools, which are no part of the schema
   */
  public NamedChecks(List<NamedCheck> checks, SchemaModel schema, Set<ObjectName> toolTables) {
    this.checks = List.copyOf(checks);
    this.names = new TableNames(schema, toolTables);
    this.columns = new ColumnJudgement(schema);
    this.indexes = new IndexJudgement(schema);
    this.constraints = new ConstraintJudgement(schema);
    this.answers = new AnswerJudgement(names);
  }

  /** In the order of the file; none for the rows of a table that is not there. */
  public List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (NamedCheck check : checks) {
      String purpose = "check \"" + check.name() + "\"";
      for (Expectation expectation : check.expectations()) {
        switch (expectation) {
          case SqlAnswers sql ->
              questions.add(
                  new Question(
                      sql,
                      purpose,
                      sql.query().value(),
                      sql.timeout().orElse(SQL_LIMIT),
                      !sql.query().value().equals(sql.query().written())));
          case RowsWithin rows ->
              names
                  .relation(rows.table())
                  .ifPresent(
                      table ->
                          questions.add(
                              new Question(rows, purpose, count(table, rows), SQL_LIMIT, false)));
          case HttpAnswers http -> {}
          case TableExists table -> {}
          case ColumnIs column -> {}
          case IndexIs index -> {}
          case ConstraintIs constraint -> {}
        }
      }
    }
    return questions;
  }

  /** Stops counting where the answer is known. */
  private static String count(ObjectName table, RowsWithin rows) {
    long most = rows.max().isPresent() ? rows.max().getAsLong() : rows.min().orElse(0) - 1;
    return "select count(*) from (select 1 from %s limit %d) as counted"
        .formatted(InSql.name(table), most == Long.MAX_VALUE ? most : most + 1);
  }

  /** The addresses to ask, in the order of the file. */
  public List<Visit> visits() {
    return checks.stream()
        .flatMap(check -> check.expectations().stream())
        .filter(HttpAnswers.class::isInstance)
        .map(HttpAnswers.class::cast)
        .map(http -> new Visit(http, http.timeout().orElse(HTTP_LIMIT)))
        .toList();
  }

  /**
   * One result per check, in the order of the file.
   *
   * @param answered one per question and visit
   */
  public List<RuleResult> judge(Map<Expectation, Answer> answered) {
    return checks.stream().map(check -> judge(check, answered)).toList();
  }

  private RuleResult judge(NamedCheck check, Map<Expectation, Answer> answered) {
    List<Judged> findings = new ArrayList<>();
    List<Unseen> unseen = new ArrayList<>();
    for (Expectation expectation : check.expectations()) {
      for (Note note : notes(expectation, answered)) {
        switch (note) {
          case Wrong wrong ->
              findings.add(new Judged(finding(check, expectation, wrong), check.severity()));
          case Unknown unknown -> unseen.add(new Unseen(unknown.reason(), unknown.remedy()));
        }
      }
    }
    Status status =
        !findings.isEmpty() ? Status.FAIL : unseen.isEmpty() ? Status.PASS : Status.NOT_CHECKED;
    return new RuleResult(
        new Subject(check.name(), false, true),
        status,
        check.severity(),
        true,
        unseen.stream().distinct().toList(),
        findings.stream().distinct().toList());
  }

  private static Finding finding(NamedCheck check, Expectation expectation, Wrong wrong) {
    return new Finding(
        check.name(),
        wrong.object(),
        wrong.detail(),
        wrong.what(),
        expectation.source() + " expects it otherwise",
        wrong.next());
  }

  private List<Note> notes(Expectation expectation, Map<Expectation, Answer> answered) {
    return switch (expectation) {
      case TableExists table ->
          names.hasTable(table.table())
              ? List.of()
              : List.of(names.missing(table.table(), table.source()));
      case ColumnIs column -> columns.judge(column);
      case IndexIs index -> indexes.judge(index);
      case ConstraintIs constraint -> constraints.judge(constraint);
      case RowsWithin rows when names.relation(rows.table()).isEmpty() ->
          List.of(names.missing(rows.table(), rows.source()));
      case RowsWithin rows -> answers.judge(rows, answer(rows, answered));
      case SqlAnswers sql -> answers.judge(sql, answer(sql, answered));
      case HttpAnswers http -> answers.judge(http, answer(http, answered));
    };
  }

  private static Answer answer(Expectation expectation, Map<Expectation, Answer> answered) {
    return Optional.ofNullable(answered.get(expectation))
        .orElseThrow(() -> new IllegalArgumentException("nobody asked " + expectation.source()));
  }
}
