package dev.dbpreflight.history;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Flyway's log of what it did, in the order of its ranks: later rows can cancel earlier ones. */
public final class FlywayLog {
  private static final Pattern DOTS = Pattern.compile("[._]");

  private final List<Entry> applied = new ArrayList<>();
  private final List<Entry> failed = new ArrayList<>();

  /**
   * One row.
   *
   * @param version null for a repeatable migration
   * @param checksum empty for a baseline
   */
  public record Entry(
      String version,
      String description,
      String type,
      String script,
      String checksum,
      boolean success) {

    boolean isSameAs(Entry other) {
      return version == null
          ? other.version == null && other.description.equals(description)
          : version.equals(other.version);
    }
  }

  /**
   * @param entries sorted by installed_rank
   */
  public FlywayLog(List<Entry> entries) {
    entries.forEach(this::add);
  }

  /** What the rows together claim to be applied, the oldest first. */
  public List<Entry> applied() {
    return List.copyOf(applied);
  }

  /** What went wrong and was neither repaired nor run again since, the oldest first. */
  public List<Entry> failed() {
    return List.copyOf(failed);
  }

  /** The greatest version; the description of the last repeatable migration where there is none. */
  public Optional<String> current() {
    Optional<String> version =
        applied.stream()
            .map(Entry::version)
            .filter(Objects::nonNull)
            .map(text -> Map.entry(text, parts(text)))
            .max((one, other) -> compare(one.getValue(), other.getValue()))
            .map(Map.Entry::getKey);
    return version.isPresent() || applied.isEmpty()
        ? version
        : Optional.of(applied.getLast().description());
  }

  private void add(Entry entry) {
    if (entry.type().equals("SCHEMA")) {
      return;
    }
    if (!entry.success()) {
      failed.add(entry);
      return;
    }
    failed.removeIf(entry::isSameAs);
    if (entry.type().equals("DELETE") || entry.type().startsWith("UNDO")) {
      cancelLast(entry);
    } else {
      supersede(entry);
      applied.add(entry);
    }
  }

  private void cancelLast(Entry entry) {
    for (int at = applied.size() - 1; at >= 0; at--) {
      if (entry.isSameAs(applied.get(at))) {
        applied.remove(at);
        return;
      }
    }
  }

  /** A repeatable migration that ran again is applied once, as it was the last time. */
  private void supersede(Entry entry) {
    if (entry.version() == null) {
      applied.removeIf(entry::isSameAs);
    }
  }

  /** Flyway takes "1_10" for "1.10", and that for greater than "1.9". */
  private static List<BigInteger> parts(String version) {
    return DOTS.splitAsStream(version)
        .filter(part -> part.chars().allMatch(Character::isDigit) && !part.isEmpty())
        .map(BigInteger::new)
        .toList();
  }

  private static int compare(List<BigInteger> one, List<BigInteger> other) {
    for (int at = 0; at < Math.max(one.size(), other.size()); at++) {
      BigInteger left = at < one.size() ? one.get(at) : BigInteger.ZERO;
      BigInteger right = at < other.size() ? other.get(at) : BigInteger.ZERO;
      if (!left.equals(right)) {
        return left.compareTo(right);
      }
    }
    return 0;
  }
}
