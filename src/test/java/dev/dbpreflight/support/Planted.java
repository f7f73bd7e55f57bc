package dev.dbpreflight.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Passwords that tests plant. All contain one text that stands nowhere else, so that whatever the
 * program writes in any test can be searched for all of them: both streams of every run, and the
 * files that a run was told to write, at once; the reports of the tests at the end.
 */
public final class Planted {
  public static final String PASSWORD = "pl4nted";

  /** Without its first letter, which some tests write as an escape. */
  private static final String MARK = "l4nted";

  private static final List<String> FILE_OPTIONS = List.of("--log-file", "-o", "--output");

  private Planted() {}

  /**
   * Fails if a planted password came out.
   *
   * @param place where the text was found
   */
  public static void requireNone(String place, String text) {
    int at = text.toLowerCase(Locale.ROOT).indexOf(MARK);
    if (at >= 0) {
      throw new AssertionError(
          place + " tells a planted password, after: " + text.substring(Math.max(0, at - 200), at));
    }
  }

  /** The same for the content of a file, where there is one. */
  public static void requireNone(Path file) {
    if (Files.isRegularFile(file)) {
      try {
        requireNone(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The same for the files that a command line of the program has named for writing. */
  public static void requireNoneInFilesOf(List<String> arguments) {
    IntStream.range(0, arguments.size())
        .boxed()
        .flatMap(at -> fileNamed(arguments, at).stream())
        .forEach(Planted::requireNone);
  }

  private static Optional<Path> fileNamed(List<String> arguments, int at) {
    String word = arguments.get(at);
    Stream<String> named =
        Stream.of(
                FILE_OPTIONS.contains(word) && at + 1 < arguments.size()
                    ? arguments.get(at + 1)
                    : "",
                word.startsWith("--") || word.matches("(json|text)=.*")
                    ? word.substring(word.lastIndexOf('=') + 1)
                    : "")
            .filter(name -> !name.isEmpty());
    try {
      return named.findFirst().map(Path::of);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
