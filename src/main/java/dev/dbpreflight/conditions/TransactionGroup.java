package dev.dbpreflight.conditions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Open transactions of one user and application: a pool that leaves fifty of them open is one thing
 * that is wrong.
 *
 * @param name of the processes, which they have in common
 * @param members at least one, the longest open first
 */
public record TransactionGroup(String name, List<OpenTransaction> members) {

  public TransactionGroup {
    members = List.copyOf(members);
  }

  /** One group for each name, sorted by it. */
  public static List<TransactionGroup> of(Stream<OpenTransaction> transactions) {
    Map<String, List<OpenTransaction>> named =
        transactions.collect(
            Collectors.groupingBy(
                open -> open.process().name(), TreeMap::new, Collectors.toList()));
    return named.entrySet().stream()
        .map(entry -> new TransactionGroup(entry.getKey(), oldestFirst(entry.getValue())))
        .toList();
  }

  private static List<OpenTransaction> oldestFirst(List<OpenTransaction> transactions) {
    return transactions.stream().sorted(OpenTransaction.OLDEST_FIRST).toList();
  }

  public OpenTransaction oldest() {
    return members.getFirst();
  }

  /** The one that has been in its state the longest. */
  public OpenTransaction longestInState() {
    return members.stream()
        .max(Comparator.comparing(open -> open.inState().orElseThrow()))
        .orElseThrow();
  }
}
