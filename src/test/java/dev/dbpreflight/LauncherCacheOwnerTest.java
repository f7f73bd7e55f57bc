package dev.dbpreflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.InstalledLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher loads code from its cache, so it must not be somebody else's. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherCacheOwnerTest {
  private static final String USED = "-XX:SharedArchiveFile=";

  @TempDir private Path folder;
  private InstalledLauncher launcher;
  private Path caches;

  /** With a Java that prints how it is started. */
  @BeforeEach
  void install() throws IOException {
    launcher = new InstalledLauncher(folder);
    Files.createFile(launcher.home().resolve("dbpreflight.jar"));
    Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
    InstalledLauncher.executable(java);
    Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"25.0.1\"\n");
    caches = Files.createDirectories(folder.resolve("cache folder/dbpreflight"));
  }

  private Command.Result start() {
    return launcher.caching().with("JAVA_HOME", folder.resolve("java").toString()).run("status");
  }

  private Path cacheWithArchive() throws Exception {
    assertThat(start().out()).doesNotContain(USED);
    Path cache = launcher.finishedCache();
    Files.createFile(cache.resolve("classes.jsa"));
    return cache;
  }

  @Test
  void oneOfOnesOwnIsUsedAndClosedToOthers() throws Exception {
    Path cache = cacheWithArchive();

    assertThat(start().out()).contains(USED);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
        .isEqualTo("rwx------");
  }

  @Test
  void oneOfAnotherUserIsNot() throws Exception {
    Path cache = cacheWithArchive();
    give(cache);

    assertThat(start().out()).contains("status").doesNotContain(USED);
  }

  @Test
  void oneInAFolderOfAnotherUserIsNot() throws Exception {
    cacheWithArchive();
    give(caches);

    assertThat(start().out()).contains("status").doesNotContain(USED);
  }

  private static void give(Path path) {
    Command.Result given = new Command("chown", "65534", path.toString()).run();
    assumeTrue(given.exitCode() == 0, "only root can give a folder to another user");
  }
}
