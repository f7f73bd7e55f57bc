package dev.dbpreflight.conditions;

import dev.dbpreflight.model.ObjectName;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A transaction of this database that is open now. What it runs is not kept: the text of a
 * statement can hold anybody's passwords and data.
 *
 * @param age since it began; empty when this role may not know
 * @param inState since its statement began, or since it is idle; empty when this role may not know
 * @param locks the strongest lock that it holds on each of the users' tables
 */
public record OpenTransaction(
    ServerProcess process,
    State state,
    Optional<Duration> age,
    Optional<Duration> inState,
    SortedMap<ObjectName, LockMode> locks) {

  /** The longest open first, then those whose age nobody told. */
  public static final Comparator<OpenTransaction> OLDEST_FIRST =
      Comparator.comparing(
              (OpenTransaction open) -> open.age().orElse(Duration.ofSeconds(-1)),
              Comparator.reverseOrder())
          .thenComparing(open -> open.process().pid());

  /** What it does at this moment. */
  public enum State {
    RUNNING("running a statement"),
    IDLE("idle in transaction"),
    /** Not to be seen by this role. */
    HIDDEN("in a state that is not to be seen");

    private final String words;

    State(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  public OpenTransaction {
    locks = Collections.unmodifiableSortedMap(new TreeMap<>(locks));
  }

  /** False also where the age is not known. */
  public boolean isOpenFor(Duration limit) {
    return age.isPresent() && age.get().compareTo(limit) >= 0;
  }

  /** It has been in this state for so long; false also where that is not known. */
  public boolean is(State wanted, Duration limit) {
    return state == wanted && inState.isPresent() && inState.get().compareTo(limit) >= 0;
  }

  /** "(pid 4711, client 10.0.0.5, for 300 s)". */
  public String whereAndFor(Optional<Duration> time) {
    String seconds = time.map(known -> ", for " + known.toSeconds() + " s").orElse("");
    return "(" + process.address() + seconds + ")";
  }
}
