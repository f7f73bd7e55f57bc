package dev.dbpreflight.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.history.FlywayLog.Entry;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayLogTest {

  @ParameterizedTest
  @CsvSource({
    "1.9, 1.10, 1.10",
    "2, 1.10, 2",
    "1_10, 1.9, 1_10",
    "1.0.1, 1, 1.0.1",
    "20260101000000, 9, 20260101000000",
    "99999999999999999999999, 1, 99999999999999999999999",
    "001, 2, 2"
  })
  void comparesVersionsPartByPartAsNumbers(String one, String other, String greatest) {
    assertThat(new FlywayLog(List.of(sql(one), sql(other))).current()).contains(greatest);
  }

  @Test
  void leavesOutWhatFailedWasUndoneOrDeleted() {
    FlywayLog log =
        new FlywayLog(
            List.of(
                row(null, "SCHEMA", true),
                row("1", "BASELINE", true),
                sql("2"),
                row("2", "UNDO_SQL", true),
                sql("3"),
                row("3", "DELETE", true),
                row("4", "SQL", false)));

    assertThat(log.current()).contains("1");
    assertThat(log.applied()).hasSize(1);
    assertThat(log.failed()).containsExactly(row("4", "SQL", false));
  }

  @Test
  void forgetsAFailureThatWasMended() {
    List<Entry> ranAgain = List.of(row("4", "SQL", false), sql("4"));
    List<Entry> deleted = List.of(row("4", "SQL", false), row("4", "DELETE", true));

    assertThat(new FlywayLog(ranAgain).failed()).isEmpty();
    assertThat(new FlywayLog(ranAgain).applied()).containsExactly(sql("4"));
    assertThat(new FlywayLog(deleted).failed()).isEmpty();
  }

  @Test
  void countsARepeatableMigrationOnceAsItRanLast() {
    Entry first = new Entry(null, "views", "SQL", "R__views.sql", "1", true);
    Entry second = new Entry(null, "views", "SQL", "R__views.sql", "2", true);

    assertThat(new FlywayLog(List.of(first, sql("1"), second)).applied())
        .containsExactly(sql("1"), second);
  }

  @Test
  void countsWhatWasAppliedAgainAfterItWasUndone() {
    FlywayLog log = new FlywayLog(List.of(sql("1"), row("1", "UNDO_SCRIPT", true), sql("1")));

    assertThat(log.current()).contains("1");
    assertThat(log.applied()).hasSize(1);
  }

  @Test
  void callsTheLastRepeatableCurrentWhereThereIsNoVersion() {
    assertThat(new FlywayLog(List.of(row(null, "SQL", true))).current()).contains("views");
  }

  @Test
  void knowsNothingCurrentInAnEmptyLog() {
    assertThat(new FlywayLog(List.of()).current()).isEmpty();
  }

  @Test
  void aVersionThatIsNoneIsTheLowest() {
    List<Entry> entries = Arrays.asList(sql("1"), sql("odd"));

    assertThat(new FlywayLog(entries).current()).contains("1");
  }

  private static Entry sql(String version) {
    return row(version, "SQL", true);
  }

  private static Entry row(String version, String type, boolean success) {
    return new Entry(version, "views", type, "script.sql", "1", success);
  }
}
