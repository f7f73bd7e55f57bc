package dev.dbpreflight.rules;

import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.RuleResult.Judged;
import dev.dbpreflight.rules.RuleResult.Status;
import dev.dbpreflight.rules.RuleResult.Waived;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What somebody accepts for a while, and the day on which that is asked.
 *
 * @param today from outside: rules know no clock
 */
public record Waivers(List<Waiver> all, LocalDate today) {
  /** Nothing is waived. */
  public static final Waivers NONE = new Waivers(List.of(), LocalDate.EPOCH);

  public Waivers {
    all = List.copyOf(all);
  }

  /** How one waiver ended. */
  public record Outcome(Waiver waiver, State state) {}

  /** What became of a waiver. */
  public enum State {
    /** It accepts at least one finding. */
    USED,
    /** Its last day is over, whether or not there is something to accept. */
    EXPIRED,
    /** What it accepts is not there any more. */
    UNUSED,
    /** Its rule did not run, or could not see everything. */
    NOT_KNOWN
  }

  /**
   * The result with its waived findings set aside.
   *
   * @param configured the severity when no finding is left
   */
  RuleResult applyTo(RuleResult result, Severity configured) {
    List<Judged> counting = new ArrayList<>();
    List<Waived> waived = new ArrayList<>();
    for (Judged judged : result.findings()) {
      Optional<Waiver> waiver = waiverOf(judged.finding());
      waiver.ifPresentOrElse(
          found -> waived.add(new Waived(judged, found)), () -> counting.add(judged));
    }
    if (waived.isEmpty()) {
      return result;
    }
    Status clean = result.unseen().isEmpty() ? Status.PASS : Status.NOT_CHECKED;
    return new RuleResult(
        result.subject(),
        counting.isEmpty() ? clean : Status.FAIL,
        counting.stream().map(Judged::severity).max(Comparator.naturalOrder()).orElse(configured),
        result.required(),
        result.unseen(),
        counting,
        waived);
  }

  /** How every waiver ended, given all results that waivers were applied to. */
  List<Outcome> outcomes(List<RuleResult> results) {
    return all.stream().map(waiver -> new Outcome(waiver, state(waiver, results))).toList();
  }

  private State state(Waiver waiver, List<RuleResult> results) {
    if (isExpired(waiver)) {
      return State.EXPIRED;
    }
    Optional<RuleResult> result =
        results.stream().filter(candidate -> candidate.id().equals(waiver.rule())).findFirst();
    if (result.isEmpty()) {
      return State.NOT_KNOWN;
    }
    boolean used =
        result.get().waived().stream()
            .anyMatch(waived -> matches(waiver, waived.judged().finding()));
    // What was not seen may hold what it accepts.
    return used ? State.USED : result.get().unseen().isEmpty() ? State.UNUSED : State.NOT_KNOWN;
  }

  private boolean isExpired(Waiver waiver) {
    return waiver.until().isBefore(today);
  }

  private Optional<Waiver> waiverOf(Finding finding) {
    return all.stream()
        .filter(waiver -> !isExpired(waiver) && matches(waiver, finding))
        .findFirst();
  }

  private static boolean matches(Waiver waiver, Finding finding) {
    return waiver.rule().equals(finding.rule()) && matches(waiver.object(), name(finding.object()));
  }

  private static String name(ObjectRef object) {
    return object.kind() == ObjectKind.DATABASE ? object.kind().token() : object.path();
  }

  /** One pass with one point to come back to: no pattern takes more than length times length. */
  private static boolean matches(String pattern, String text) {
    int at = 0;
    int star = -1;
    int resume = 0;
    for (int position = 0; position < text.length(); ) {
      // An asterisk of the text is no letter like others: the pattern's comes first.
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = position;
      } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(position)) {
        at++;
        position++;
      } else if (star >= 0) {
        at = star + 1;
        position = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(letter -> letter == '*');
  }
}
