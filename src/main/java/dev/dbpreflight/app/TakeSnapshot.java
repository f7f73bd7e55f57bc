package dev.dbpreflight.app;

import dev.dbpreflight.history.History;
import dev.dbpreflight.snapshot.Snapshot;
import dev.dbpreflight.snapshot.SnapshotFile;
import dev.dbpreflight.snapshot.SnapshotWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes a snapshot of a target's schema. */
public final class TakeSnapshot {
  private final Surroundings surroundings;

  /**
   * A snapshot that nobody has written down yet.
   *
   * @param traffic what it cost: "48 statements, 3 round trips"
   */
  public record Taken(Snapshot snapshot, String traffic) {

    /**
     * Writes the file, whole or not at all.
     *
     * @return whether the file has changed or is new
     */
    public boolean writeTo(Path file) {
      return SnapshotFile.write(file, snapshot);
    }

    /** What the file would hold. */
    public String text() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        SnapshotWriter.write(snapshot, bytes);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  public TakeSnapshot(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Looks once.
   *
   * @param revision what the schema is of; empty for what the migration history records
   * @throws dev.dbpreflight.problem.ProblemException when the target cannot be read
   */
  public Taken take(Connection connection, Optional<String> revision) {
    Looker looker = new Looker(surroundings);
    Look look =
        looker.atExistingSchema(looker.find(connection), looker.options(connection.times()));
    String name = revision.orElseGet(() -> recorded(look.observation().histories()));
    Snapshot snapshot = new Snapshot(look.schema(), name, "dbpreflight " + ToolVersion.text());
    return new Taken(snapshot, look.timing().traffic());
  }

  /** Several revisions at once, or several tools, have no one name. */
  private static String recorded(List<History> histories) {
    List<String> revisions =
        histories.stream().flatMap(history -> history.revisions().stream()).toList();
    return revisions.size() == 1 ? revisions.get(0) : "";
  }
}
