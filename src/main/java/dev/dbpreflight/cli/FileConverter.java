package dev.dbpreflight.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The path of a file. A database in its place is a slip that would make folders, or a file whose
 * name is a password.
 */
final class FileConverter implements ITypeConverter<Path> {
  private static final Pattern URL = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.:-]+://.*");

  @Override
  public Path convert(String text) {
    if (URL.matcher(text).matches() || SecretArguments.holdsPassword(text)) {
      throw new TypeConversionException("it is a database, but a file is wanted");
    }
    if (text.isEmpty()) {
      throw new TypeConversionException("a file must have a name");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException unmappable) {
      throw new TypeConversionException(
          "this system's character set cannot hold it; set a UTF-8 locale such as LC_ALL=C.UTF-8");
    }
  }
}
