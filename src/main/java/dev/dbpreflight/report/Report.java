package dev.dbpreflight.report;

import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.history.History;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.Unsupported;
import dev.dbpreflight.rules.Judgement;
import dev.dbpreflight.rules.RuleResult;
import dev.dbpreflight.rules.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * The result of one check of one target.
 *
 * @param switchedOff ids of rules that the user does not want, sorted
 * @param failOn findings from here up make the verdict fail
 * @param accepted the states that the user accepts; empty when nothing was said
 * @param release what the migration files say, where they are known
 * @param expected the schema that the release leads to, or that should be there; empty when none
 *     was given
 * @param recorded the schema of the revision that the history records; empty when it is not known
 * @param alreadyDeployed the live schema is the one that the release leads to
 * @param notModelled objects of the target that nobody looked into
 */
public record Report(
    String toolVersion,
    Target target,
    String profile,
    List<String> switchedOff,
    Severity failOn,
    DatabaseState state,
    List<DatabaseState> accepted,
    List<History> histories,
    Optional<Release> release,
    String expected,
    String recorded,
    boolean alreadyDeployed,
    Judgement judgement,
    List<Unsupported> notModelled,
    Timing timing) {

  public Report {
    switchedOff = List.copyOf(switchedOff);
    accepted = List.copyOf(accepted);
    histories = List.copyOf(histories);
    notModelled = List.copyOf(notModelled);
  }

  /** Only checks that a user wrote were run, and no rule. */
  public boolean isOfNamedChecksOnly() {
    List<RuleResult> results = judgement.results();
    return !results.isEmpty() && results.stream().allMatch(result -> result.subject().named());
  }

  /**
   * What was looked at.
   *
   * @param url masked
   * @param source where the URL came from: "command line", "DATABASE_URL"
   * @param exists false for a SQLite file that is not there, and stays so
   * @param fingerprint of the users' schema, made for those who ask: of a large one that takes time
   * @param objects how many of each kind
   */
  public record Target(
      Engine engine,
      String serverVersion,
      String url,
      String source,
      boolean exists,
      Supplier<String> fingerprint,
      SortedMap<ObjectKind, Integer> objects) {}

  /** What differs between two runs of the same input; everything else in a report does not. */
  public record Timing(
      Instant started, Duration elapsed, int statements, int roundTrips, Moment moment) {

    /** Where nobody asked about the moment. */
    public Timing(Instant started, Duration elapsed, int statements, int roundTrips) {
      this(started, elapsed, statements, roundTrips, Moment.UNKNOWN);
    }

    public Timing at(Moment seen) {
      return new Timing(started, elapsed, statements, roundTrips, seen);
    }

    /** "48 statements, 3 round trips". */
    public String traffic() {
      return statements + " statements, " + roundTrips + " round trips";
    }
  }
}
