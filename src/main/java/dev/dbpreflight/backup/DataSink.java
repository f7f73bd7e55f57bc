package dev.dbpreflight.backup;

import java.io.IOException;

/** Takes the data of one table, piece by piece. */
interface DataSink {

  /**
   * @param to exclusive
   */
  void accept(byte[] bytes, int from, int to) throws IOException;

  /**
   * There is no more.
   *
   * @throws Damage when there should be
   */
  default void end() throws IOException {}
}
