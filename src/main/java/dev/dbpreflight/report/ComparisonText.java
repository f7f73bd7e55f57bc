package dev.dbpreflight.report;

import dev.dbpreflight.diff.Change;
import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.diff.Excerpt;
import dev.dbpreflight.model.Unsupported;
import java.util.List;

/** A comparison for people: the answer first, then object by object. */
public final class ComparisonText {
  private static final int NAMES_SHOWN = 5;

  private final Style style;
  private final Page page;

  public ComparisonText(Style style) {
    this.style = style;
    this.page = new Page(style);
  }

  /** Ends in a line feed. */
  public String format(Comparison comparison) {
    answer(comparison);
    page.labelled(2, "expected", 10, SafeText.line(comparison.expected()));
    page.labelled(2, "actual", 10, SafeText.line(comparison.actual()));
    if (!comparison.changes().isEmpty()) {
      page.blank();
      comparison.changes().forEach(this::change);
    }
    leftOut(comparison.leftOut());
    notModelled(comparison.notModelled());
    return page.toString();
  }

  private void answer(Comparison comparison) {
    long unclear = comparison.changes().stream().filter(PropertyUnclear.class::isInstance).count();
    long proven = comparison.changes().size() - unclear;
    String doubts = unclear == 0 ? "" : ", " + unclear + " unclear";
    page.line(
        comparison.equal()
            ? style.green("EQUAL") + doubts
            : style.red("DIFFERENT")
                + "  "
                + proven
                + (proven == 1 ? " difference" : " differences")
                + doubts);
  }

  private void change(Change change) {
    String object = SafeText.line(change.object().toString());
    switch (change) {
      case ObjectMissing missing -> page.wrapped(style.red("- "), "  ", object + " is missing");
      case ObjectUnexpected unexpected ->
          page.wrapped(style.green("+ "), "  ", object + " is not expected");
      case PropertyDiffers differs -> {
        page.wrapped(style.yellow("~ "), "  ", object + ": " + differs.property() + " differs");
        sides(differs.expected(), differs.actual());
      }
      case PropertyUnclear unclear -> {
        page.wrapped(
            style.yellow("? "),
            "  ",
            object + ": " + unclear.property() + " may differ: " + unclear.reason());
        sides(unclear.expected(), unclear.actual());
      }
    }
  }

  private void sides(String expected, String actual) {
    Excerpt values = Excerpt.of(expected, actual);
    page.labelled(4, "expected", 9, SafeText.line(values.expected()));
    page.labelled(4, "actual", 9, SafeText.line(values.actual()));
  }

  private void leftOut(List<String> tables) {
    if (!tables.isEmpty()) {
      page.blank().wrapped("", "  ", "not compared: " + SafeText.line(String.join(", ", tables)));
    }
  }

  private void notModelled(List<Unsupported> kinds) {
    if (kinds.isEmpty()) {
      return;
    }
    page.blank().line(style.yellow("not modelled") + " (exist, but nobody looked into them)");
    for (Unsupported kind : kinds) {
      List<String> shown = kind.names().stream().limit(NAMES_SHOWN).map(SafeText::line).toList();
      String more = kind.names().size() > shown.size() ? ", …" : "";
      page.wrapped(
          "  - ",
          "    ",
          kind.names().size() + " " + kind.kind() + ": " + String.join(", ", shown) + more);
    }
  }
}
