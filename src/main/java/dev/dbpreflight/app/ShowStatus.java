package dev.dbpreflight.app;

import dev.dbpreflight.report.Status;

/** Tells where a database is, without judging. */
public final class ShowStatus {
  private final Surroundings surroundings;

  public ShowStatus(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Looks once.
   *
   * @throws dev.dbpreflight.problem.ProblemException when the target cannot be read
   */
  public Status show(Connection connection) {
    Look look = new Looker(surroundings).atSchema(connection);
    return new Status(
        ToolVersion.text(), look.target(), look.state(), look.observation().histories());
  }
}
