package dev.dbpreflight.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux tells of processes, told of a machine on which nothing else runs: what a run says must
 * not depend on where the tests run, in a container or beside other users' processes. Closing it
 * gives the true machine back.
 */
public final class QuietMachine implements AutoCloseable {
  private static final String PLACE = "dbpreflight.proc";

  private QuietMachine(Path folder) {
    System.setProperty(PLACE, folder.toString());
  }

  /** A machine all of whose processes are seen, and which has none. */
  public static QuietMachine in(Path folder) throws IOException {
    return of(folder, "pid:[4026531836]");
  }

  /** A container with nothing in it. */
  public static QuietMachine container(Path folder) throws IOException {
    return of(folder, "pid:[4026532226]");
  }

  private static QuietMachine of(Path folder, String namespace) throws IOException {
    Files.createDirectories(folder.resolve("1/fd"));
    Files.createFile(folder.resolve("locks"));
    Path link = Files.createDirectories(folder.resolve("self/ns")).resolve("pid");
    Files.createSymbolicLink(link, Path.of(namespace));
    return new QuietMachine(folder);
  }

  /** Another system: nothing is told. */
  public static QuietMachine silent(Path folder) {
    return new QuietMachine(folder);
  }

  @Override
  public void close() {
    System.clearProperty(PLACE);
  }
}
