package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationId;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL and Rust files of refinery. They are named as Flyway's are; that they belong to a Rust
 * project is what tells them apart.
 */
final class RefineryFiles implements Convention {
  private static final Pattern NAME =
      Pattern.compile("(?U)(?:.*/)?[UV]([0-9]+)__(\\w+)\\.(sql|rs)");
  private static final BigInteger LARGEST_INT = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

  @Override
  public MigrationTool tool() {
    return MigrationTool.REFINERY;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    return List.of("migrations", "src/migrations", "sql_migrations", "src/sql_migrations");
  }

  /** The Rust project that a folder is in, unless Flyway is set up nearer to it. */
  static Optional<SourceFolder> project(SourceFolder folder) {
    return FlywaySettings.project(folder).isPresent()
        ? Optional.empty()
        : folder.nearest("Cargo.toml");
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.names().stream().anyMatch(name -> NAME.matcher(name).matches())
        && project(folder).isPresent();
  }

  @Override
  public boolean fits(SourceFolder folder) {
    return folder.names().stream().anyMatch(name -> NAME.matcher(name).matches());
  }

  @Override
  public Migrations read(SourceFolder folder) {
    List<MigrationFile> files =
        folder.paths().stream()
            .map(NAME::matcher)
            .filter(Matcher::matches)
            .sorted(
                comparing((Matcher name) -> new BigInteger(name.group(1)))
                    .thenComparing(name -> name.group()))
            .map(name -> read(folder, name))
            .toList();
    return folder.migrations(tool(), files);
  }

  private static MigrationFile read(SourceFolder folder, Matcher name) {
    String path = name.group();
    MigrationFile file =
        MigrationFile.versioned(MigrationId.of(MigrationTool.REFINERY, name.group(1)), path);
    if (name.group(3).equals("rs")) {
      return file;
    }
    return folder
        .text(path)
        .map(text -> file.withChecksums(checksums(new BigInteger(name.group(1)), name, text)))
        .orElse(file);
  }

  /** A version has 32 bits, unless refinery was built for 64. */
  private static List<String> checksums(BigInteger version, Matcher name, String text) {
    byte[] sql = text.getBytes(UTF_8);
    String title = name.group(2);
    if (version.compareTo(LARGEST_LONG) > 0) {
      return List.of();
    }
    String wide = RefineryChecksum.of(title, version.longValue(), Long.BYTES, sql);
    return version.compareTo(LARGEST_INT) > 0
        ? List.of(wide)
        : List.of(RefineryChecksum.of(title, version.longValue(), Integer.BYTES, sql), wide);
  }
}
