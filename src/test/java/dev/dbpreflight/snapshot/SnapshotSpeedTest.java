package dev.dbpreflight.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.support.SchemaBuilder;
import dev.dbpreflight.support.TableBuilder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** In CPU time of the thread, so that a busy machine does not count. */
class SnapshotSpeedTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 4;

  @Test
  void tenThousandTablesCostTenTimesAThousandAndLittleInAll() {
    SchemaModel small = tables(1_000);
    SchemaModel large = tables(10_000);
    double smallSeconds = seconds(small);
    double largeSeconds = seconds(large);

    assertThat(largeSeconds).isLessThan(2).isLessThan(30 * smallSeconds);
  }

  /** Writing and reading once, warm. */
  private static double seconds(SchemaModel model) {
    Snapshot snapshot = new Snapshot(model, "", "");
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      Snapshot read = Json.read(Json.of(snapshot).getBytes(StandardCharsets.UTF_8));
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
      assertThat(read.schema().objects()).hasSameSizeAs(model.objects());
    }
    return best / 1e9;
  }

  private static SchemaModel tables(int count) {
    SchemaBuilder builder = SchemaBuilder.postgres(17);
    for (int i = 0; i < count; i++) {
      builder.table("public.table_" + i, SnapshotSpeedTest::fill);
    }
    return builder.build();
  }

  private static void fill(TableBuilder table) {
    table.column("id", "bigint").identity().primaryKey("id");
    for (int i = 1; i < 10; i++) {
      table.column("column_" + i, "timestamp with time zone").notNull().defaultTo("now()");
    }
    table.index("column_1").index("column_2").foreignKey("column_3", "public.table_0", "id");
    table.owner("shop").grant("shop", "DELETE", "INSERT", "SELECT", "UPDATE");
  }
}
