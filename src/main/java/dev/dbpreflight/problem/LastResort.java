package dev.dbpreflight.problem;

/**
 * Ends the process where a run that is over does not end by itself, as when its memory is full.
 * Prepared beforehand: nothing can be made any more then.
 */
@FunctionalInterface
public interface LastResort {

  /** Lets the run go on: for whoever has more to do in the process. */
  LastResort NONE = problem -> () -> {};

  /** What tells the problem and ends the process, and needs no more memory for it. */
  Runnable prepare(Problem problem);
}
