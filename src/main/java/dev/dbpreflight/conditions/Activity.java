package dev.dbpreflight.conditions;

import static java.util.stream.Collectors.groupingBy;

import dev.dbpreflight.model.ObjectName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who does what in this database now that a migration would have to wait for. The session that
 * looks is left out.
 *
 * @param transactions open ones, of clients and of the server's own processes, by pid
 * @param waits for locks of tables, rows and transactions, by pid
 * @param prepared by identifier
 * @param maintenance of users' tables, by pid
 */
public record Activity(
    List<OpenTransaction> transactions,
    List<LockWait> waits,
    List<PreparedTransaction> prepared,
    List<Maintenance> maintenance)
    implements Condition {
  /** Nobody does anything. */
  public static final Activity NONE = new Activity(List.of(), List.of(), List.of(), List.of());

  private static final int OF_PREPARED = 0;

  public Activity {
    transactions = List.copyOf(transactions);
    waits = List.copyOf(waits);
    prepared = List.copyOf(prepared);
    maintenance = List.copyOf(maintenance);
  }

  /** Open transactions of clients, the longest open first. */
  public List<OpenTransaction> ofClients() {
    return transactions.stream()
        .filter(open -> open.process().isClient())
        .sorted(OpenTransaction.OLDEST_FIRST)
        .toList();
  }

  /** How long the oldest transaction of a client is open; empty where there is none. */
  public Optional<Duration> oldest() {
    return ofClients().stream().findFirst().flatMap(OpenTransaction::age);
  }

  /**
   * Somebody's open transactions that are not told of in another way: nobody waits for them, and
   * they are no maintenance.
   */
  public Stream<OpenTransaction> bystanders() {
    Set<Integer> told = new TreeSet<>();
    queues().forEach(queue -> queue.heads().forEach(head -> told.add(head.process().pid())));
    maintenance.forEach(work -> told.add(work.process().pid()));
    return transactions.stream()
        .filter(open -> !open.process().isServers() && !told.contains(open.process().pid()));
  }

  /** Whether this process waits for a lock. */
  public boolean waits(ServerProcess process) {
    return waits.stream().anyMatch(wait -> wait.waiter().pid() == process.pid());
  }

  /** Those who wait, by table; the one of unknown tables first. */
  public List<LockQueue> queues() {
    Comparator<LockWait> longestFirst =
        Comparator.comparing(LockWait::age).reversed().thenComparing(wait -> wait.waiter().pid());
    Map<Optional<ObjectName>, List<LockWait>> byTable =
        waits.stream()
            .sorted(longestFirst)
            .collect(groupingBy(LockWait::table, LinkedHashMap::new, Collectors.toList()));
    Map<Integer, List<LockWait>> byWaiter =
        waits.stream().collect(groupingBy(wait -> wait.waiter().pid()));
    return byTable.entrySet().stream()
        .map(entry -> queue(entry.getKey(), entry.getValue(), byWaiter))
        .sorted(Comparator.comparing(queue -> queue.table().map(ObjectName::toString).orElse("")))
        .toList();
  }

  private LockQueue queue(
      Optional<ObjectName> table, List<LockWait> waiting, Map<Integer, List<LockWait>> byWaiter) {
    Set<Integer> heads = new TreeSet<>();
    waiting.forEach(wait -> heads.addAll(heads(wait, byWaiter)));
    List<OpenTransaction> open =
        transactions.stream()
            .filter(transaction -> heads.contains(transaction.process().pid()))
            .sorted(OpenTransaction.OLDEST_FIRST)
            .toList();
    return new LockQueue(table, waiting, open, heads.contains(OF_PREPARED));
  }

  /** Follows the chain to those who wait for nobody; none where all wait for each other. */
  private static Set<Integer> heads(LockWait wait, Map<Integer, List<LockWait>> byWaiter) {
    Set<Integer> seen = new TreeSet<>();
    Set<Integer> heads = new TreeSet<>();
    Deque<Integer> next = new ArrayDeque<>(wait.blockers());
    while (!next.isEmpty()) {
      int pid = next.pop();
      if (seen.add(pid)) {
        List<LockWait> further = byWaiter.getOrDefault(pid, List.of());
        further.forEach(each -> next.addAll(each.blockers()));
        if (further.isEmpty()) {
          heads.add(pid);
        }
      }
    }
    return heads;
  }
}
