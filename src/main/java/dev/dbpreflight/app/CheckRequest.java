package dev.dbpreflight.app;

import dev.dbpreflight.checks.BackupSetting;
import dev.dbpreflight.checks.NamedCheck;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Waiver;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a check is asked to do.
 *
 * @param expect snapshot of the schema that the release leads to, or that should be there
 * @param snapshots folder with {@code <revision>.json} files; empty for the folder of {@code
 *     expect}
 * @param migrations folder with the migration files of the release
 * @param revision that the release leads to; empty when nothing was said
 * @param tables how many application tables there are after the release
 * @param storage how many bytes the database may take
 * @param backup of the target
 * @param migratingRole the database role that runs the migrations, where somebody said so
 */
public record CheckRequest(
    Connection connection,
    Profile profile,
    Optional<Path> expect,
    Optional<Path> snapshots,
    Optional<Path> migrations,
    String revision,
    OptionalInt tables,
    OptionalLong storage,
    Optional<BackupSetting> backup,
    Optional<String> migratingRole,
    Named named,
    List<Waiver> waivers) {

  /**
   * Checks that a user wrote.
   *
   * @param alone no rule is run beside them
   */
  public record Named(List<NamedCheck> checks, boolean alone) {
    public static final Named NONE = new Named(List.of(), false);

    public Named {
      checks = List.copyOf(checks);
    }
  }

  public CheckRequest {
    waivers = List.copyOf(waivers);
  }

  /** Rules only. */
  public CheckRequest(
      Connection connection,
      Profile profile,
      Optional<Path> expect,
      Optional<Path> snapshots,
      Optional<Path> migrations,
      String revision) {
    this(
        connection,
        profile,
        expect,
        snapshots,
        migrations,
        revision,
        OptionalInt.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        Named.NONE,
        List.of());
  }
}
