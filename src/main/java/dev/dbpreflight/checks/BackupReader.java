package dev.dbpreflight.checks;

import dev.dbpreflight.checks.BackupSetting.ByCommand;
import dev.dbpreflight.checks.BackupSetting.Depth;
import dev.dbpreflight.checks.BackupSetting.InFile;
import dev.dbpreflight.checks.YamlNode.Items;
import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads which backup the target has. */
final class BackupReader {
  static final List<String> KEYS = List.of("file", "command", "max-age", "verify", "restore-to");

  static final Known<Depth> DEPTHS =
      new Known<>(
          "way to verify a backup",
          Arrays.asList(Depth.values()),
          depth -> depth.name().toLowerCase(Locale.ROOT));

  private final Path checkFile;
  private final Mistakes mistakes;
  private final Typed typed;

  BackupReader(Path checkFile, Mistakes mistakes) {
    this.checkFile = checkFile;
    this.mistakes = mistakes;
    this.typed = new Typed(mistakes);
  }

  Optional<BackupSetting> read(YamlNode node) {
    return typed.mapping(node, "backup").flatMap(this::read);
  }

  private Optional<BackupSetting> read(Mapping mapping) {
    Section section = new Section(mapping, KEYS, mistakes);
    Optional<Duration> maxAge =
        section.node("max-age").flatMap(value -> typed.duration(value, "max-age"));
    if (section.has("file") == section.has("command")) {
      mistakes.add(
          section.line(),
          "\"backup\" needs either \"file\" or \"command\"",
          "name the file, or a program that prints when the last backup was made");
      return Optional.empty();
    }
    return section.has("file") ? file(section, maxAge) : command(section, maxAge);
  }

  private Optional<BackupSetting> file(Section section, Optional<Duration> maxAge) {
    Depth depth =
        section
            .scalar("verify")
            .flatMap(word -> DEPTHS.find(word, mistakes))
            .orElse(Depth.CONTENTS);
    Optional<FileText> server = section.fileText("restore-to");
    return section
        .node("file")
        .flatMap(node -> typed.text(node, "file"))
        .flatMap(
            name ->
                path(name).map(path -> new InFile(path, name.written(), maxAge, depth, server)));
  }

  private Optional<Path> path(Scalar name) {
    try {
      return Optional.of(checkFile.resolveSibling(name.value()));
    } catch (InvalidPathException noPath) {
      mistakes.add(name.line(), name.shown() + " cannot be a file name", "correct the name");
      return Optional.empty();
    }
  }

  private Optional<BackupSetting> command(Section section, Optional<Duration> maxAge) {
    for (String key : List.of("verify", "restore-to")) {
      if (section.has(key)) {
        mistakes.add(
            section.line(),
            "\"%s\" goes with \"file\", not with \"command\"".formatted(key),
            "leave it out");
      }
    }
    if (!section.has("max-age")) {
      mistakes.add(
          section.line(),
          "a backup that a command tells about needs \"max-age\"",
          "say how old it may be: max-age: 24h");
    }
    YamlNode node = section.node("command").orElseThrow();
    List<YamlNode> words = node instanceof Items list ? list.items() : List.of(node);
    List<FileText> line =
        words.stream()
            .flatMap(word -> typed.label(word, "command").stream())
            .map(Scalar::text)
            .toList();
    if (words.isEmpty()) {
      mistakes.add(node.line(), "\"command\" is empty", "name a program");
    }
    Path folder = checkFile.resolveSibling("");
    return line.isEmpty() ? Optional.empty() : Optional.of(new ByCommand(line, folder, maxAge));
  }
}
