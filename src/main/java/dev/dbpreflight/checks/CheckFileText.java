package dev.dbpreflight.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads the characters of a check file, or says why that cannot be done. */
final class CheckFileText {
  /** 10,000 checks need a tenth of it. */
  private static final long MOST_BYTES = 16L << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CheckFileText() {}

  static String read(Path file, Mistakes mistakes) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw mistakes.fatal(0, "it is a directory", "name a file in it");
      }
      if (!attributes.isRegularFile()) {
        throw mistakes.fatal(0, "it is not a regular file", "copy it to a file and name that");
      }
      try (InputStream stream = Files.newInputStream(file)) {
        byte[] bytes = stream.readNBytes((int) MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
          throw mistakes.fatal(
              0,
              "it has more than the %d MiB allowed".formatted(MOST_BYTES >> 20),
              "name a file of checks");
        }
        return decode(bytes, mistakes);
      }
    } catch (NoSuchFileException missing) {
      throw mistakes.fatal(0, "there is no such file", "correct the name");
    } catch (AccessDeniedException denied) {
      throw mistakes.fatal(0, "permission denied", "give yourself the right to read the file");
    } catch (IOException broken) {
      throw mistakes.fatal(
          0, "the operating system reports an error", "check the file and its disk");
    }
  }

  private static String decode(byte[] bytes, Mistakes mistakes) throws CharacterCodingException {
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    CoderResult result =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), characters, true);
    characters.flip();
    String text = characters.toString();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
      throw mistakes.fatal(line, "it is not UTF-8", "save it as UTF-8");
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
