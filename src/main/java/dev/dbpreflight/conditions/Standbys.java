package dev.dbpreflight.conditions;

import java.time.Duration;
import java.util.List;

/**
 * Who receives this server's write-ahead log, and whether commits wait for them.
 *
 * @param all connected standbys and subscribers, sorted by name
 * @param hidden how many are connected of which the role sees nothing else
 * @param synchronousNames synchronous_standby_names; empty when no commit waits
 * @param required how many standbys a commit of this role waits for; 0 when none
 */
public record Standbys(List<Standby> all, int hidden, String synchronousNames, int required) {

  public Standbys {
    all = List.copyOf(all);
  }

  /**
   * One that is connected.
   *
   * @param name its application_name, which anybody may choose
   * @param synchronous commits count it
   * @param behind bytes of log that it has not replayed
   * @param lag how long ago the newest change that it has replayed was made; zero when it has
   *     replayed everything
   */
  public record Standby(String name, boolean synchronous, ByteCount behind, Duration lag) {}

  /** How many of those that commits wait for are there. */
  public long synchronous() {
    return all.stream().filter(Standby::synchronous).count();
  }

  /** Every commit of this role would wait for a standby that is not there. */
  public boolean commitsHang() {
    return synchronous() + hidden < required;
  }
}
