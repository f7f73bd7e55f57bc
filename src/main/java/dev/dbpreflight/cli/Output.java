package dev.dbpreflight.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One of the two output streams of the process, in UTF-8: the encoding of the platform would turn
 * names of tables into question marks in files and pipes. Unlike any print stream it can tell why
 * something did not arrive.
 */
final class Output extends PrintStream {
  private final Target target;

  Output(OutputStream stream) {
    this(new Target(stream));
  }

  private Output(Target target) {
    super(target, false, StandardCharsets.UTF_8);
    this.target = target;
  }

  /** Why something was lost; empty also when the reader has gone, who has then seen enough. */
  Optional<String> loss() {
    flush();
    return target.failure.filter(reason -> !reason.toLowerCase(Locale.ROOT).contains("pipe"));
  }

  private static final class Target extends FilterOutputStream {
    private Optional<String> failure = Optional.empty();

    Target(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      try {
        out.write(bytes, start, length);
      } catch (IOException lost) {
        failure = Optional.of(String.valueOf(lost.getMessage()));
        throw lost;
      }
    }
  }
}
