package dev.dbpreflight.report;

/** A status for people, in one screen. */
public final class StatusText {
  private final Style style;

  public StatusText(Style style) {
    this.style = style;
  }

  /** Ends in a line feed. */
  public String format(Status status) {
    Page page = new Page(style);
    TargetFacts facts = new TargetFacts(style);
    facts.headline(page, status.state(), status.histories());
    facts.write(page, status.target(), status.state(), status.histories());
    return page.toString();
  }
}
