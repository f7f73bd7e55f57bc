package dev.dbpreflight.app;

import dev.dbpreflight.rules.Profile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a check is asked to do.
 *
 * @param expect snapshot of the schema that the release leads to, or that should be there
 * @param snapshots folder with {@code <revision>.json} files; empty for the folder of {@code
 *     expect}
 * @param migrations folder with the migration files of the release
 * @param revision that the release leads to; empty when nothing was said
 */
public record CheckRequest(
    Connection connection,
    Profile profile,
    Optional<Path> expect,
    Optional<Path> snapshots,
    Optional<Path> migrations,
    String revision) {}
