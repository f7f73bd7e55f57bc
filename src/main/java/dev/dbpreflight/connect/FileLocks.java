package dev.dbpreflight.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out who holds a lock on a file, where the system tells: Linux does. Nothing is locked or
 * even opened to find out, for closing any handle on a file gives up all locks of this process.
 */
final class FileLocks {
  private static final int FIELDS = 8;
  private static final int MECHANISM = 1;
  private static final int KIND = 3;
  private static final int PROCESS = 4;
  private static final int PLACE = 5;
  private static final int FIRST = 6;
  private static final int LAST = 7;

  /** Their files' attributes tell of another device than their locks do. */
  private static final Set<String> OTHER_DEVICE = Set.of("btrfs", "overlay", "bcachefs");

  private FileLocks() {}

  /**
   * A lock on some bytes of a file.
   *
   * @param pid empty for a lock that belongs to no single process
   * @param last the last byte; the greatest number when it reaches beyond the end
   */
  record Held(String mechanism, boolean writing, OptionalLong pid, long first, long last) {

    boolean covers(long from, long to) {
      return first <= to && last >= from;
    }
  }

  /** The process that has locked the file for writing; empty when it cannot be told. */
  static Optional<String> holder(Path file) {
    ProcessTable processes = ProcessTable.ofSystem();
    try {
      return on(file, processes)
          .filter(Held::writing)
          .flatMapToLong(lock -> lock.pid().stream())
          .mapToObj(pid -> describe(pid, processes.command(pid)))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String describe(long pid, String command) {
    return "pid " + pid + (command.isEmpty() ? "" : ", " + command);
  }

  /** All locks on the file that can be seen, those of this process too. */
  static Stream<Held> on(Path file, ProcessTable processes) throws IOException {
    try {
      String inode = ":" + Files.getAttribute(file, "unix:ino");
      String place = device((Long) Files.getAttribute(file, "unix:dev")) + inode;
      boolean anyDevice = OTHER_DEVICE.contains(Files.getFileStore(file).type());
      return processes.locks().stream()
          .map(line -> List.of(line.strip().split("\\s+")))
          .filter(fields -> fields.size() == FIELDS)
          .filter(
              fields ->
                  anyDevice
                      ? fields.get(PLACE).endsWith(inode)
                      : fields.get(PLACE).equalsIgnoreCase(place))
          .map(FileLocks::held);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  /** Of a lock that somebody waits for there is one field more. */
  private static Held held(List<String> fields) {
    long pid = Long.parseLong(fields.get(PROCESS));
    String last = fields.get(LAST);
    return new Held(
        fields.get(MECHANISM),
        fields.get(KIND).equals("WRITE"),
        pid > 0 ? OptionalLong.of(pid) : OptionalLong.empty(),
        Long.parseLong(fields.get(FIRST)),
        last.equals("EOF") ? Long.MAX_VALUE : Long.parseLong(last));
  }

  /** As the lock table has it: major and minor number, hexadecimal. */
  private static String device(long number) {
    long major = (number >> 8 & 0xfff) | (number >> 32 & ~0xfffL);
    long minor = (number & 0xff) | (number >> 12 & ~0xffL);
    return "%02x:%02x".formatted(major, minor);
  }
}
