package dev.dbpreflight.connect;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The other processes of this machine, as Linux tells of them in its folder of processes. */
final class ProcessTable {
  /** The outermost namespace, in which all processes of the machine are seen, has this number. */
  private static final String WHOLE_MACHINE = "pid:[4026531836]";

  private final Path root;
  private final long self = ProcessHandle.current().pid();

  /**
   * What keeps this process from seeing everything.
   *
   * @param reason "this system does not tell which processes hold locks"
   */
  record Blindness(String reason, String remedy) {}

  /**
   * Processes that have a file open.
   *
   * @param blindness why there may be more; empty when there are none
   */
  record Openers(List<Long> pids, Optional<Blindness> blindness) {}

  private ProcessTable(Path root) {
    this.root = root;
  }

  /** The system's; tests that ask nobody what else runs on the machine set up another one. */
  static ProcessTable ofSystem() {
    return new ProcessTable(Path.of(System.getProperty("dbpreflight.proc", "/proc")));
  }

  /** The lines of the lock table; those of processes that this one cannot see are not in it. */
  List<String> locks() throws IOException {
    return Files.readAllLines(root.resolve("locks"));
  }

  /** What is mounted where, as this process sees it. */
  Path mounts() {
    return root.resolve("self/mountinfo");
  }

  boolean isSelf(long pid) {
    return pid == self;
  }

  /** The program's name without its arguments, in which there may be secrets; empty if unknown. */
  String command(long pid) {
    try {
      return Files.readString(root.resolve(pid + "/comm")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** Why locks of other processes may be hidden; empty when all are seen. */
  Optional<Blindness> blindness() {
    try {
      if (!Files.isReadable(root.resolve("locks"))) {
        return Optional.of(
            new Blindness(
                "this system does not tell which processes have a file locked",
                "stop what uses the file before the deployment"));
      }
      String namespace = Files.readSymbolicLink(root.resolve("self/ns/pid")).toString();
      return namespace.equals(WHOLE_MACHINE) ? Optional.empty() : Optional.of(inContainer());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.of(inContainer());
    }
  }

  private static Blindness inContainer() {
    return new Blindness(
        "only the processes of this container can be seen",
        "run this outside of containers, or with docker run --pid=host");
  }

  /** The other processes that have this file open, as far as their handles may be looked at. */
  Openers openers(Path file, Deadline limit) {
    List<Long> found = new ArrayList<>();
    boolean hidden = Files.notExists(root.resolve("1"));
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(root, "[0-9]*")) {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      String ending = "/" + file.getFileName();
      for (Path process : processes) {
        if (limit.passed()) {
          return new Openers(
              found, Optional.of(new Blindness("there are too many processes", "run this again")));
        }
        long pid = Long.parseLong(process.getFileName().toString());
        hidden |= !isSelf(pid) && !look(process, key, ending, found);
      }
    } catch (IOException | NumberFormatException e) {
      return new Openers(found, blindness());
    }
    Optional<Blindness> ofOthers =
        hidden
            ? Optional.of(
                new Blindness(
                    "the open files of other users' processes are hidden from this user",
                    "run this as root"))
            : Optional.empty();
    return new Openers(found, blindness().or(() -> ofOthers));
  }

  /** Notes the process if it has the file open; false when its handles may not be looked at. */
  private static boolean look(Path process, Object key, String ending, List<Long> found) {
    try (DirectoryStream<Path> handles = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path handle : handles) {
        if (leadsTo(handle, key, ending)) {
          found.add(Long.parseLong(process.getFileName().toString()));
          return true;
        }
      }
      return true;
    } catch (FileSystemException e) {
      // It may have ended meanwhile.
      return Files.notExists(process);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** By name first: asking for the attributes of every handle would take ten times as long. */
  private static boolean leadsTo(Path handle, Object key, String ending) {
    try {
      return Files.readSymbolicLink(handle).toString().endsWith(ending)
          && Files.readAttributes(handle, BasicFileAttributes.class).fileKey().equals(key);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
