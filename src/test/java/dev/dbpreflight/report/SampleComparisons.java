package dev.dbpreflight.report;

import dev.dbpreflight.diff.Change;
import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.model.Unsupported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The comparisons that every format must cope with, by name. */
final class SampleComparisons {
  private static final String REASON = "PostgreSQL 14 and 18 may print the same SQL differently";

  private SampleComparisons() {}

  static Map<String, Comparison> all() {
    Map<String, Comparison> comparisons = new LinkedHashMap<>();
    comparisons.put("equal", comparison());
    comparisons.put("one-difference", comparison(new ObjectMissing(table("shops"))));
    comparisons.put("every-change", comparison(everyChange().toArray(Change[]::new)));
    comparisons.put("unclear-only", comparison(unclear("shops", "SELECT 1", "SELECT (1)")));
    comparisons.put("left-out", leftOut());
    comparisons.put("hostile-names", hostileNames());
    return comparisons;
  }

  private static List<Change> everyChange() {
    String long1 = "SELECT " + "a, ".repeat(60) + "b FROM public.shops";
    String long2 = long1.replace("b FROM", "c FROM");
    return List.of(
        new ObjectMissing(table("products")),
        new ObjectUnexpected(table("backup_2024")),
        new PropertyDiffers(table("shops"), "comment", "", "the shops"),
        new PropertyDiffers(table("shops"), "definition", long1, long2),
        unclear("names", "SELECT name\n FROM public.shops", "SELECT (name)::text"));
  }

  private static PropertyUnclear unclear(String name, String expected, String actual) {
    ObjectRef view = ObjectRef.of(ObjectKind.VIEW, new ObjectName("public", name));
    return new PropertyUnclear(view, "definition", expected, actual, REASON);
  }

  private static Comparison leftOut() {
    return new Comparison(
        "0.1.0",
        "v1.json (v1)",
        "postgresql://deploy@db.internal:5432/shop",
        List.of(),
        List.of("table \"public.alembic_version\" of a migration tool"),
        List.of(
            new Unsupported(
                "operator class",
                IntStream.range(0, 12).mapToObj(number -> "public.ops_" + number).toList())));
  }

  private static Comparison hostileNames() {
    List<Change> changes = new ArrayList<>();
    for (String name : HostileNames.ALL) {
      changes.add(new ObjectMissing(table(name)));
      changes.add(new ObjectUnexpected(table(name)));
      changes.add(new PropertyDiffers(table(name), "comment", name, ""));
      changes.add(unclear(name, name, name + "."));
    }
    String all = HostileNames.SOME;
    return new Comparison(
        "0.1.0",
        all,
        all,
        changes,
        HostileNames.ALL,
        List.of(new Unsupported("x", HostileNames.ALL)));
  }

  private static Comparison comparison(Change... changes) {
    return new Comparison(
        "0.1.0", "v1.json (v1)", "app.db", List.of(changes), List.of(), List.of());
  }

  private static ObjectRef table(String name) {
    return ObjectRef.of(ObjectKind.TABLE, new ObjectName("public", name));
  }
}
