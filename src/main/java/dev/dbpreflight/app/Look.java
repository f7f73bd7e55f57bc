package dev.dbpreflight.app;

import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Session.Traffic;
import dev.dbpreflight.connect.SqliteUrl;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.introspect.Observation;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.report.Report;
import dev.dbpreflight.snapshot.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One finished look at one target, and how it went. */
record Look(
    DatabaseUrl url, Observation observation, Traffic traffic, Instant started, Duration elapsed) {

  SchemaModel schema() {
    return observation.schema();
  }

  DatabaseState state() {
    return DatabaseState.of(schema(), observation.histories());
  }

  Report.Target target() {
    return new Report.Target(
        schema().engine(),
        schema().version().text(),
        url.masked(),
        url.source(),
        exists(),
        () -> Fingerprint.of(schema()),
        count(schema()));
  }

  private boolean exists() {
    return !(url instanceof SqliteUrl file && file.missing());
  }

  Report.Timing timing() {
    return new Report.Timing(started, elapsed, traffic.statements(), traffic.roundTrips());
  }

  private static SortedMap<ObjectKind, Integer> count(SchemaModel schema) {
    Map<ObjectKind, Integer> counts = new EnumMap<>(ObjectKind.class);
    for (SchemaObject object : schema.objects()) {
      counts.merge(object.kind(), 1, Integer::sum);
    }
    return new TreeMap<>(counts);
  }
}
