package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.util.List;

/** How one tool keeps its migration files. */
interface Convention {

  MigrationTool tool();

  /**
   * Places below a project's folder where files of this tool usually are, the most telling first:
   * "db/migration". A tool whose configuration names the place looks there instead.
   *
   * @param project the project's folder
   */
  List<String> usualPlaces(SourceFolder project);

  /** Whether a folder is one of this tool's, told by what is in it and not by its name. */
  boolean owns(SourceFolder folder);

  /**
   * Whether a folder can be one of this tool's, once it is known that the project uses it: other
   * tools have files that look the same.
   */
  default boolean fits(SourceFolder folder) {
    return owns(folder);
  }

  /**
   * Every migration in a folder of this tool. What cannot be understood goes to {@link
   * SourceFolder#cannotRead}, and the rest is still read; a migration that its file's name tells is
   * one even if the file cannot be read.
   */
  Migrations read(SourceFolder folder);
}
