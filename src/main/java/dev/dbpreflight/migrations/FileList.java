package dev.dbpreflight.migrations;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a folder holds, so many levels down. Links are followed, but not into a circle. */
final class FileList {
  /** Large, and never a place for migrations. */
  private static final Set<String> PASSED_BY =
      Set.of("node_modules", "target", "build", "dist", "vendor", "venv", "__pycache__");

  private final Path root;
  private final List<String> files = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();
  private final Map<String, IOException> failures = new TreeMap<>();

  FileList(Path root, int depth) {
    this.root = root;
    try {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new Visitor());
    } catch (IOException unlistable) {
      failures.put("", unlistable);
    }
    files.sort(null);
    folders.sort(null);
  }

  /** Paths of files, with "/" between the parts, sorted; a dangling link counts as one. */
  List<String> files() {
    return List.copyOf(files);
  }

  /** Paths of folders at the lowest level that was looked at, sorted. */
  List<String> folders() {
    return List.copyOf(folders);
  }

  /** What could not be listed, by its path; the path of the folder itself is empty. */
  Map<String, IOException> failures() {
    return failures;
  }

  private String relative(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  /** The files of a folder come as they are found, in no order. */
  private final class Visitor extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
      boolean passed = name.startsWith(".") || PASSED_BY.contains(name);
      return passed && !folder.equals(root)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      (attributes.isDirectory() ? folders : files).add(relative(file));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      failures.put(relative(file), failure);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
      if (failure != null) {
        failures.put(relative(folder), failure);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
