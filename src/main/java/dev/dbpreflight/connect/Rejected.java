package dev.dbpreflight.connect;

import dev.dbpreflight.problem.ProblemException;

/** A server, or all of them, did not work out. */
final class Rejected extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ProblemException problem;
  private final Outlook outlook;
  private final boolean endsSearch;

  /**
   * @param endsSearch the answer holds for the other servers of the URL too
   */
  Rejected(ProblemException problem, Outlook outlook, boolean endsSearch) {
    super(problem);
    this.problem = problem;
    this.outlook = outlook;
    this.endsSearch = endsSearch;
  }

  ProblemException problem() {
    return problem;
  }

  Outlook outlook() {
    return outlook;
  }

  boolean endsSearch() {
    return endsSearch;
  }
}
