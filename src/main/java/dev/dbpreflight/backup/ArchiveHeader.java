package dev.dbpreflight.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/**
 * The beginning of every archive of {@code pg_dump}, also of the file {@code toc.dat}.
 *
 * @param version minor number of the archive format: 10 (PostgreSQL 8.0) to 16 (17 and 18)
 * @param compression of the data
 * @param made when the dump began; the archive tells no time zone
 */
record ArchiveHeader(
    int version, int intSize, int offsetSize, Compression compression, Optional<Instant> made) {
  static final byte[] MAGIC = "PGDMP".getBytes(StandardCharsets.US_ASCII);

  private static final int OLDEST = 10;
  private static final int NEWEST = 16;

  /** From here on the header names the way of compression; before it was a level of gzip. */
  private static final int NAMES_COMPRESSION = 15;

  static ArchiveHeader read(ByteSource source, ZoneId zone) throws IOException {
    if (!Arrays.equals(source.need(MAGIC.length), MAGIC)) {
      throw new Damage("its table of contents is not one of pg_dump");
    }
    int major = source.need();
    int minor = source.need();
    source.need();
    if (major != 1 || minor < OLDEST) {
      throw new Damage("its header names version " + major + "." + minor + ", which is none");
    }
    if (minor > NEWEST) {
      throw new UnknownVersion(major + "." + minor);
    }
    int intSize = source.need();
    int offsetSize = source.need();
    if (intSize < 2 || intSize > 8 || offsetSize < 4 || offsetSize > 8) {
      throw new Damage("its header is spoiled");
    }
    source.need();
    ArchiveNumbers numbers = new ArchiveNumbers(source, intSize, offsetSize);
    Compression compression =
        minor >= NAMES_COMPRESSION
            ? named(source.need())
            : numbers.number() == 0 ? Compression.NONE : Compression.GZIP;
    Optional<Instant> made = made(numbers, zone);
    numbers.passText();
    numbers.passText();
    numbers.passText();
    return new ArchiveHeader(minor, intSize, offsetSize, compression, made);
  }

  private static Compression named(int algorithm) throws Damage {
    return switch (algorithm) {
      case 0 -> Compression.NONE;
      case 1 -> Compression.GZIP;
      case 2 -> Compression.LZ4;
      case 3 -> Compression.ZSTD;
      default -> throw new Damage("its header is spoiled");
    };
  }

  private static Optional<Instant> made(ArchiveNumbers numbers, ZoneId zone) throws IOException {
    int second = numbers.number();
    int minute = numbers.number();
    int hour = numbers.number();
    int day = numbers.number();
    int month = numbers.number();
    int year = numbers.number();
    numbers.number();
    return DumpTime.of(second, minute, hour, day, month, year, zone);
  }

  /** A format that came after this program: nothing is wrong with the file. */
  static final class UnknownVersion extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownVersion(String version) {
      super("its format " + version + " is newer than this program");
    }
  }
}
