package dev.dbpreflight.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Reads the data of an archive that is a folder: {@code pg_dump -Fd}. */
final class FolderArchive {
  static final String CONTENTS = "toc.dat";

  private static final List<String> SUFFIXES = List.of("", ".gz", ".lz4", ".zst");
  private static final int VERSION_WITH_SEVERAL_LISTS = 16;

  private final Path folder;
  private final BooleanSupplier stop;
  private final TableTally tally;
  private boolean unread;

  FolderArchive(Path folder, BooleanSupplier stop, TableTally tally) {
    this.folder = folder;
    this.stop = stop;
    this.tally = tally;
  }

  /** Whether some data is compressed in a way that is not looked into. */
  boolean unread() {
    return unread;
  }

  /**
   * @param whole read every file to its end; else only look whether it is there
   */
  void read(TableOfContents contents, boolean whole) throws IOException {
    for (TocEntry entry : contents.entries()) {
      if (entry.hasData() && entry.isLargeObjects()) {
        largeObjects(entry, contents.header().version(), whole);
      } else if (entry.hasData()) {
        file(entry, entry.file(), whole);
      }
    }
  }

  private void largeObjects(TocEntry entry, int version, boolean whole) throws IOException {
    Path list = folder.resolve(version >= VERSION_WITH_SEVERAL_LISTS ? entry.file() : "blobs.toc");
    if (!Files.exists(list)) {
      throw new Damage("the file \"" + list.getFileName() + "\" is missing in it");
    }
    String text = Files.readString(list, StandardCharsets.ISO_8859_1);
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new Damage("its list of large objects ends in the middle");
    }
    for (String line : text.lines().toList()) {
      if (stop.getAsBoolean()) {
        throw new Stopped();
      }
      String[] words = line.split(" ", 2);
      if (words.length < 2) {
        throw new Damage("its list of large objects is spoiled");
      }
      file(entry, words[1], whole);
    }
  }

  private void file(TocEntry entry, String name, boolean whole) throws IOException {
    Path file = find(name);
    boolean zipped = file.getFileName().toString().equals(name + ".gz");
    boolean readable = zipped || file.getFileName().toString().equals(name);
    if (!whole || !readable) {
      unread |= !readable;
      if (entry.isTableData()) {
        tally.data(entry.name(), Files.size(file));
      }
      return;
    }
    TableRows rows = new TableRows(entry);
    try (InputStream in = Files.newInputStream(file);
        ByteSource source = new ByteSource(zipped ? Compression.unzip(in) : in, stop)) {
      source.passAll(rows);
      rows.end();
    } catch (Stopped stopped) {
      throw stopped;
    } catch (IOException broken) {
      throw new Damage("file \"" + name + "\" in it: " + Compression.damage(broken));
    }
    rows.addTo(tally);
  }

  /** A name comes from the archive: it must not lead out of the folder. */
  private Path find(String name) throws IOException {
    if (!name.matches("[A-Za-z0-9_.]+") || name.startsWith("..")) {
      throw new Damage("its table of contents is spoiled");
    }
    for (String suffix : SUFFIXES) {
      Path file = folder.resolve(name + suffix);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new Damage("the file \"" + name + "\" is missing in it");
  }
}
