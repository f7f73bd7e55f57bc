package dev.dbpreflight.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Other programs, which run beside this one: never through a shell, and never without a limit. */
public interface Programs {

  /** Where no program may be started. */
  Programs NONE =
      new Programs() {
        @Override
        public Outcome run(Launch launch) {
          return new NotStarted("no program is started here");
        }

        @Override
        public AtEnd atEnd(Launch launch) {
          return () -> run(launch);
        }
      };

  /**
   * One run of a program.
   *
   * @param words the program, looked up in the path, and its arguments: everybody on the machine
   *     can read them
   * @param environment all variables that it gets
   * @param limit after which it is ended, with all that it has started
   */
  record Launch(List<String> words, Path folder, Map<String, String> environment, Duration limit) {

    public Launch {
      words = List.copyOf(words);
      environment = Map.copyOf(environment);
    }

    /** Variables may be secret. */
    @Override
    public String toString() {
      return words.getFirst();
    }
  }

  /** How a run ended. */
  sealed interface Outcome {}

  /**
   * It came to its end.
   *
   * @param out the beginning of what it printed
   * @param err the beginning of its complaints
   */
  record Ended(int exitCode, String out, String err) implements Outcome {}

  /** There is no such program, or the system does not let it run. */
  record NotStarted(String reason) implements Outcome {}

  /** It was ended, since its time was over. */
  record TimedOut(Duration limit) implements Outcome {}

  /** Runs a program and waits for its end. */
  Outcome run(Launch launch);

  /** A program that has to run in the end, also when this process is told to stop before. */
  AtEnd atEnd(Launch launch);

  /** Closing it runs the program, once. */
  interface AtEnd {
    Outcome run();
  }
}
