package dev.dbpreflight.introspect.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A paragraph of {@code src/test/resources/mutations/postgresql}: statements, and before them as
 * remarks all that differs after they ran.
 *
 * @param since the first major version that knows the statements
 * @param remarks the lines of {@link Looks#line}; "from 18 on: " before one limits it to versions
 */
record Mutation(String place, int since, List<String> remarks, String sql) {
  private static final Path FOLDER = Path.of("src/test/resources/mutations/postgresql");
  private static final String SINCE = "since ";
  private static final Pattern FROM = Pattern.compile("from (\\d+) on: (.*)");

  /** All that differs afterwards on a server of that version. */
  List<String> expected(int major) {
    List<String> lines = new ArrayList<>();
    for (String remark : remarks) {
      Matcher from = FROM.matcher(remark);
      if (!from.matches()) {
        lines.add(remark);
      } else if (Integer.parseInt(from.group(1)) <= major) {
        lines.add(from.group(2));
      }
    }
    return lines;
  }

  /** All of them, in the order in which they must run. */
  static List<Mutation> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().flatMap(Mutation::in).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Mutation> in(Path file) {
    List<Mutation> found = new ArrayList<>();
    List<String> paragraph = new ArrayList<>();
    List<String> lines = lines(file);
    for (int number = 0; number <= lines.size(); number++) {
      if (number < lines.size() && !lines.get(number).isBlank()) {
        paragraph.add(lines.get(number));
      } else if (paragraph.stream().anyMatch(line -> !isRemark(line))) {
        found.add(of(file.getFileName() + ":" + (number - paragraph.size() + 1), paragraph));
        paragraph.clear();
      } else {
        paragraph.clear();
      }
    }
    return found.stream();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mutation of(String place, List<String> paragraph) {
    int since = 0;
    List<String> remarks = new ArrayList<>();
    for (String line : paragraph) {
      String remark = isRemark(line) ? line.substring(3) : "";
      if (remark.startsWith(SINCE)) {
        since = Integer.parseInt(remark.substring(SINCE.length()));
      } else if (!remark.isEmpty() && !remark.startsWith("Nothing")) {
        remarks.add(remark);
      }
    }
    String sql = String.join("\n", paragraph.stream().filter(line -> !isRemark(line)).toList());
    return new Mutation(place, since, remarks, sql);
  }

  private static boolean isRemark(String line) {
    return line.startsWith("-- ");
  }
}
