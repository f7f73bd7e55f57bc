package dev.dbpreflight.report;

/** A status for programs. */
public final class StatusJson {

  /** Ends in a line feed. */
  public String format(Status status) {
    return JsonText.object(
        json -> {
          json.number("format", JsonReport.FORMAT);
          JsonReport.tool(json, status.toolVersion());
          JsonReport.target(json, status.target());
          json.text("state", status.state().token());
          JsonReport.histories(json, status.histories());
        });
  }
}
