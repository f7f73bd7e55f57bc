package dev.dbpreflight.app;

import dev.dbpreflight.connect.TargetFinder;
import dev.dbpreflight.problem.Interruption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a use case takes from the process it runs in; tests give their own.
 *
 * @param environment variables
 * @param home the user's folder, for the password file
 * @param folder that relative paths start from
 * @param user the name of the user on this machine
 * @param programs other programs that may be started
 */
public record Surroundings(
    Map<String, String> environment,
    Path home,
    Path folder,
    String user,
    InstantSource clock,
    Progress progress,
    Interruption interruption,
    Programs programs) {

  /** Where nobody interrupts, and no program is started. */
  public Surroundings(
      Map<String, String> environment,
      Path home,
      Path folder,
      String user,
      InstantSource clock,
      Progress progress) {
    this(environment, home, folder, user, clock, progress, new Interruption(), Programs.NONE);
  }

  /** Finds databases as the user of this process means them. */
  TargetFinder targets() {
    return new TargetFinder(environment, home, folder, user);
  }

  Surroundings in(Path newFolder) {
    return new Surroundings(
        environment, home, newFolder, user, clock, progress, interruption, programs);
  }
}
