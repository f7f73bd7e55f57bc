package dev.dbpreflight.report;

import dev.dbpreflight.diff.Change;
import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import java.util.List;

/** A comparison for programs; {@code diff.schema.json} describes it. */
public final class ComparisonJson {

  /** Ends in a line feed. */
  public String format(Comparison comparison) {
    return JsonText.object(
        json -> {
          json.number("format", JsonReport.FORMAT);
          JsonReport.tool(json, comparison.toolVersion());
          json.text("expected", comparison.expected())
              .text("actual", comparison.actual())
              .flag("equal", comparison.equal())
              .objects("changes", proven(comparison), change -> change(json, change))
              .objects("unclear", unclear(comparison), change -> unclear(json, change))
              .texts("leftOut", comparison.leftOut());
          JsonReport.notModelled(json, comparison.notModelled());
        });
  }

  private static List<Change> proven(Comparison comparison) {
    return comparison.changes().stream()
        .filter(change -> !(change instanceof PropertyUnclear))
        .toList();
  }

  private static List<PropertyUnclear> unclear(Comparison comparison) {
    return comparison.changes().stream()
        .filter(PropertyUnclear.class::isInstance)
        .map(PropertyUnclear.class::cast)
        .toList();
  }

  private static void change(JsonText json, Change change) {
    switch (change) {
      case ObjectMissing missing -> members(json, "missing", missing, "", "", "");
      case ObjectUnexpected unexpected -> members(json, "unexpected", unexpected, "", "", "");
      case PropertyDiffers differs ->
          members(
              json, "differs", differs, differs.property(), differs.expected(), differs.actual());
      case PropertyUnclear unclear -> unclear(json, unclear);
    }
  }

  private static void unclear(JsonText json, PropertyUnclear unclear) {
    members(json, "unclear", unclear, unclear.property(), unclear.expected(), unclear.actual());
    json.text("reason", unclear.reason());
  }

  private static void members(
      JsonText json, String kind, Change change, String property, String expected, String actual) {
    json.text("change", kind);
    JsonReport.object(json, change.object());
    json.text("property", property).text("expected", expected).text("actual", actual);
  }
}
