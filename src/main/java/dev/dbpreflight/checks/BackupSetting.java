package dev.dbpreflight.checks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a check file says about the backup of the target. */
public sealed interface BackupSetting {

  /** As the file has it, for people. */
  String written();

  /** Empty when nothing was said. */
  Optional<Duration> maxAge();

  /**
   * A file or folder to look into.
   *
   * @param path joined to the folder of the check file; its last name may hold {@code *} and {@code
   *     ?}
   * @param restoreTo URL of a server
   */
  record InFile(
      Path path,
      String written,
      Optional<Duration> maxAge,
      Depth depth,
      Optional<FileText> restoreTo)
      implements BackupSetting {}

  /**
   * A program that prints when the last backup was made.
   *
   * @param words the program and its arguments; never empty
   * @param folder that it is started in: the one of the check file
   */
  record ByCommand(List<FileText> words, Path folder, Optional<Duration> maxAge)
      implements BackupSetting {

    public ByCommand {
      words = List.copyOf(words);
    }

    @Override
    public String written() {
      return String.join(" ", words.stream().map(FileText::written).toList());
    }
  }

  /** How far a file is looked into. */
  enum Depth {
    /** An archive's table of contents. */
    TOC,
    /** All of its data. */
    CONTENTS,
    /** All of its data, and then it is restored into a scratch database. */
    RESTORE
  }
}
