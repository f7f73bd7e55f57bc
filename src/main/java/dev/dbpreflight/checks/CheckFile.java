package dev.dbpreflight.checks;

import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Waiver;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a check file asks for, with all that it extends folded in.
 *
 * @param profile named as the shipped profile that the file extends in the end
 * @param snapshots folder with {@code <revision>.json} files; already joined to the folder of the
 *     file that says so, and relative where the path of that file is
 * @param migrations folder with the release's migration files; joined likewise
 * @param revision that the release brings
 * @param tables how many application tables there are after the release
 * @param storage how many bytes the database may take
 * @param backup of the target
 * @param migratingRole the database role that runs the migrations
 * @param checks in the file's order, those of the extended file first
 * @param waivers those of the extended file first
 * @param source the file as the user wrote it; the name for a shipped profile
 */
public record CheckFile(
    Profile profile,
    Optional<Path> snapshots,
    Optional<Path> migrations,
    Optional<String> revision,
    OptionalInt tables,
    OptionalLong storage,
    Optional<BackupSetting> backup,
    Optional<String> migratingRole,
    List<NamedCheck> checks,
    List<Waiver> waivers,
    String source) {

  public CheckFile {
    checks = List.copyOf(checks);
    waivers = List.copyOf(waivers);
  }
}
