package dev.dbpreflight.history;

import java.util.BitSet;
import java.util.List;

/** How a tool breaks ties between migrations of which either could run first. */
interface RunOrder {

  /**
   * Places of files in the order in which they run.
   *
   * @param wanted those that shall run; whatever follows one of them is wanted as well
   */
  List<Integer> of(BitSet wanted);

  /** The order of the files' names. */
  RunOrder AS_LISTED = wanted -> wanted.stream().boxed().toList();
}
