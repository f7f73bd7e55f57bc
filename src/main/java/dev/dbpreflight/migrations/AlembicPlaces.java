package dev.dbpreflight.migrations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Alembic looks for revisions, as its configuration says.
 *
 * @param locations folders with revisions, from the project's folder, in Alembic's order
 * @param recursive whether the folders below them count as well
 * @param sourceless whether compiled files count as well
 */
record AlembicPlaces(List<String> locations, boolean recursive, boolean sourceless) {
  private static final String INI = "alembic.ini";
  private static final String TOML = "pyproject.toml";
  private static final String SECTION = "alembic";
  private static final String HERE = ".";
  private static final Pattern BLANK_OR_COMMA = Pattern.compile(", *| +");

  /** What a folder says: a project with a configuration, or a folder of scripts. */
  static Optional<AlembicPlaces> of(SourceFolder folder) {
    Optional<IniFile> ini = text(folder, INI).map(IniFile::new).filter(file -> file.has(SECTION));
    Optional<TomlTable> toml =
        text(folder, TOML)
            .map(text -> new TomlTable(text, "tool.alembic"))
            .filter(TomlTable::present);
    return new Options(folder, ini, toml)
        .places()
        .or(() -> scripts(folder))
        .filter(places -> !places.locations.isEmpty());
  }

  private static Optional<String> text(SourceFolder folder, String name) {
    return folder.has(name) ? folder.text(name) : Optional.empty();
  }

  private static Optional<AlembicPlaces> scripts(SourceFolder folder) {
    return folder.has("env.py") && folder.below("versions").isPresent()
        ? Optional.of(new AlembicPlaces(List.of("versions"), false, false))
        : Optional.empty();
  }

  /** The two files that may say it; where both do, the older kind is right. */
  private record Options(SourceFolder folder, Optional<IniFile> ini, Optional<TomlTable> toml) {

    Optional<AlembicPlaces> places() {
      Optional<String> script = first("script_location");
      List<String> versions = versionLocations();
      if (script.isEmpty() && versions.isEmpty()) {
        return Optional.empty();
      }
      List<String> all =
          versions.isEmpty() ? List.of(script.orElseThrow() + "/versions") : versions;
      return Optional.of(
          new AlembicPlaces(
              all.stream().flatMap(this::existing).distinct().toList(),
              is("recursive_version_locations"),
              is("sourceless")));
    }

    private boolean is(String option) {
      return first(option).filter("true"::equals).isPresent();
    }

    private Optional<String> first(String option) {
      return ini.flatMap(file -> file.get(SECTION, option, HERE))
          .or(() -> strings(option).stream().findFirst())
          .filter(value -> !value.isEmpty());
    }

    private List<String> strings(String option) {
      return toml.flatMap(table -> table.get(option)).orElse(List.of()).stream()
          .map(value -> value.replace("%(here)s", HERE).replace("%%", "%"))
          .toList();
    }

    private List<String> versionLocations() {
      return ini.flatMap(file -> file.get(SECTION, "version_locations", HERE))
          .filter(value -> !value.isEmpty())
          .map(this::separated)
          .orElseGet(() -> strings("version_locations"));
    }

    private List<String> separated(String locations) {
      Optional<String> separator =
          first("path_separator").or(() -> first("version_path_separator"));
      Stream<String> parts =
          switch (separator.orElse("")) {
            case "space" -> Arrays.stream(locations.split(" "));
            case "newline" -> Arrays.stream(locations.split("\n"));
            case "os", ":" -> Arrays.stream(locations.split(":"));
            case ";" -> Arrays.stream(locations.split(";"));
            default -> BLANK_OR_COMMA.splitAsStream(locations);
          };
      return parts.map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** The folder that a location means: a path, or "package:path" as Python would import it. */
    private Stream<String> existing(String location) {
      int colon = location.indexOf(':');
      List<String> candidates = new ArrayList<>();
      if (colon < 0 || Path.of(location).isAbsolute()) {
        candidates.add(location);
      } else {
        String inside = location.substring(colon + 1).replace(':', '/');
        String path = location.substring(0, colon).replace('.', '/') + "/" + inside;
        candidates.addAll(List.of(path, "src/" + path));
      }
      return candidates.stream()
          .map(path -> Path.of(path).normalize().toString().replace('\\', '/'))
          .filter(path -> folder.below(path).isPresent())
          .limit(1);
    }
  }
}
