package dev.dbpreflight.app;

/** Is told what a run is doing, so that somebody who waits knows. */
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = (phase, detail) -> {};

  /**
   * @param phase what begins now: "connecting"
   * @param detail what it is about; empty when there is nothing to add
   */
  void begins(String phase, String detail);

  /**
   * @param text what was left out of account and may surprise; never a secret
   */
  default void remarks(String text) {}

  /**
   * @param text how an attempt to connect ended that is not the only one; never a secret
   */
  default void retries(String text) {}

  /**
   * @param text how one of several attempts at the whole run ended; never a secret
   */
  default void attempted(String text) {}
}
