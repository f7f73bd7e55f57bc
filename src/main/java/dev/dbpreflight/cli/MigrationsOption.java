package dev.dbpreflight.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Where the migrations of the release are, looked for where nothing is said. */
final class MigrationsOption {
  private static final Path NONE = Path.of("");

  @Option(
      names = "--migrations",
      paramLabel = "DIR",
      converter = Folder.class,
      description =
          "Folder with the migration files of the release, or a project's that has them in the"
              + " usual place. Default: the current folder, if it has some; --migrations= for"
              + " none.")
  private Optional<Path> folder = Optional.empty();

  /** Empty when no folder was named. */
  Optional<Path> folder() {
    return folder.filter(named -> !named.equals(NONE));
  }

  /** Nobody said which folder, or that there is none. */
  boolean isOpen() {
    return folder.isEmpty();
  }

  static final class Folder implements ITypeConverter<Path> {
    private final FileConverter named = new FileConverter();

    @Override
    public Path convert(String text) {
      return text.isEmpty() ? NONE : named.convert(text);
    }
  }
}
