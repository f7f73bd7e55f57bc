package dev.dbpreflight.report;

/** A status for programs; {@code status.schema.json} describes it. */
public final class StatusJson {

  /** Ends in a line feed. */
  public String format(Status status) {
    return JsonText.object(
        json -> {
          json.number("format", JsonReport.FORMAT);
          JsonReport.tool(json, status.toolVersion());
          JsonReport.target(json, status.target());
          json.text("state", status.state().token());
          HistoryJson.histories(json, status.histories());
          HistoryJson.release(json, status.release());
          json.object("timing", inner -> HistoryJson.moment(inner, status.histories()));
        });
  }
}
