package dev.dbpreflight.report;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.conditions.Activity;
import dev.dbpreflight.conditions.Connections.Limit;
import dev.dbpreflight.conditions.TableSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells people and programs of the moment; what is not known is left out. */
final class MomentFacts {
  private final Moment moment;

  MomentFacts(Moment moment) {
    this.moment = moment;
  }

  /** At most three lines. */
  void write(Page page) {
    List<String> now = new ArrayList<>();
    moment.connections().map(MomentFacts::connections).ifPresent(now::add);
    moment.activity().map(MomentFacts::activity).ifPresent(now::add);
    if (!now.isEmpty()) {
      TargetFacts.fact(page, "now", String.join("; ", now));
    }
    moment.size().ifPresent(size -> TargetFacts.fact(page, "size", size.toString()));
    if (!moment.touched().isEmpty()) {
      TargetFacts.fact(
          page,
          "touched",
          moment.touched().stream().map(MomentFacts::table).collect(joining(", ")));
    }
  }

  private static String connections(Limit limit) {
    String whose = limit.name().isEmpty() ? "" : " of \"" + SafeText.line(limit.name()) + '"';
    return limit.used() + " of " + limit.most() + " connections" + whose + " used";
  }

  private static String activity(Activity activity) {
    int open = activity.ofClients().size();
    String oldest =
        activity.oldest().map(age -> ", the oldest for " + age.toSeconds() + " s").orElse("");
    int waiting = activity.waits().size();
    return (open == 0 ? "no" : "" + open)
        + (open == 1 ? " transaction is open" : " transactions are open")
        + oldest
        + "; "
        + (waiting == 0 ? "nobody waits" : waiting + (waiting == 1 ? " waits" : " wait"))
        + " for a lock";
  }

  private static String table(TableSize size) {
    return "\"%s\" %s, about %,d rows"
        .formatted(SafeText.line(size.table().toString()), size.bytes(), size.rows());
  }

  void json(JsonText json) {
    json.object(
        "moment",
        inner -> {
          moment.connections().ifPresent(limit -> connections(inner, limit));
          moment.activity().ifPresent(activity -> activity(inner, activity));
          moment.size().ifPresent(size -> inner.number("databaseBytes", size.bytes()));
          inner.objects(
              "touchedTables",
              moment.touched(),
              size ->
                  inner
                      .text("table", size.table().toString())
                      .number("bytes", size.bytes().bytes())
                      .number("rows", size.rows()));
        });
  }

  private static void connections(JsonText json, Limit limit) {
    json.object(
        "connections",
        inner ->
            inner
                .text("limitOf", limit.scope().name().toLowerCase(Locale.ROOT))
                .text("name", limit.name())
                .number("used", limit.used())
                .number("most", limit.most()));
  }

  private static void activity(JsonText json, Activity activity) {
    json.object(
        "activity",
        inner ->
            inner
                .number("openTransactions", activity.ofClients().size())
                .number("oldestSeconds", activity.oldest().map(Duration::toSeconds).orElse(-1L))
                .number("lockWaits", activity.waits().size())
                .number("preparedTransactions", activity.prepared().size()));
  }
}
