package dev.dbpreflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.Command.Result;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.InstalledLauncher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher finds itself, Java and the jar, and what it says when it does not. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherIT {
  @TempDir Path folder;
  private InstalledLauncher launcher;

  @BeforeEach
  void install() throws IOException {
    launcher = new InstalledLauncher(folder);
  }

  @Test
  void startsFromAnyFolderThroughLinks() throws IOException {
    launcher.withJar();
    Path first = Files.createDirectories(folder.resolve("bin dir")).resolve("first");
    Files.createSymbolicLink(first, Path.of("../a program/dbpreflight"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), first);

    Result result =
        launcher.command(second.toString()).in(folder.resolve("bin dir")).run("--version");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("dbpreflight ").hasLineCount(1);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void isFoundThroughPath() throws IOException {
    launcher.withJar();
    String path = launcher.home() + File.pathSeparator + System.getenv("PATH");

    Result result = launcher.command("sh", "-c", "dbpreflight --version").with("PATH", path).run();

    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  @Test
  void handsArgumentsAndExitCodesThrough() throws IOException {
    launcher.withJar();
    Path empty = Databases.sqlite(folder, "vacuum");
    Path odd = Files.move(empty, folder.resolve("it's $HOME \"here\".db"));
    Path populated = Databases.sqlite(folder, "create table shops (id integer primary key)");

    assertThat(launcher.command().run("check", odd.toString()).exitCode()).isZero();
    assertThat(launcher.command().run("check", populated.toString()).exitCode()).isEqualTo(1);
    assertThat(launcher.command().run("check", "--no-such-option").exitCode()).isEqualTo(2);
    assertThat(launcher.command().run("check", folder.toString()).exitCode()).isNotIn(0, 1, 70);
  }

  @Test
  void passesOverAnOlderJava() throws IOException {
    launcher.withJar();
    Path old = fakeJava("17.0.9");
    String path = old.resolve("bin") + File.pathSeparator + System.getenv("PATH");

    Result result =
        launcher.command().with("JAVA_HOME", old.toString()).with("PATH", path).run("--version");

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void takesTheJavaOfJavaHomeIfItWillDo() throws IOException {
    launcher.withJar();
    Path chosen = fakeJava("21.0.1");

    Result result = launcher.command().with("JAVA_HOME", chosen.toString()).run("--version");

    assertThat(result.exitCode()).isEqualTo(99);
  }

  @Test
  void saysWhichJavaIsMissing() throws IOException {
    launcher.withJar();
    String script =
        Files.readString(InstalledLauncher.LAUNCHER)
            .replaceAll(" (/usr|/opt|/Library)/", " /nowhere/");
    Files.writeString(launcher.program(), script);
    Path old = fakeJava("17.0.9");

    Result result =
        launcher
            .command()
            .with("JAVA_HOME", old.toString())
            .with("PATH", tools("readlink"))
            .with("HOME", folder.toString())
            .run("--version");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("error: cannot find a Java runtime of version 21 or newer\n  where:  JAVA_HOME")
        .contains("\n  why:    ")
        .contains("\n  next:   install one");
  }

  @Test
  void buildsTheJarOnceInACheckout() throws Exception {
    Files.writeString(launcher.home().resolve("pom.xml"), "");
    Path maven =
        script(
            "mvn",
            """
            echo noise; echo noise >&2; echo run >>"%1$s/runs"; sleep 1
            cp '%2$s' "%1$s/a program/target/dbpreflight.jar"
            """
                .formatted(folder, InstalledLauncher.JAR));

    List<Result> results = launcher.command().with("PATH", before(maven)).runAtOnce(3, "--version");

    assertThat(results).allSatisfy(each -> assertThat(each.exitCode()).as(each.err()).isZero());
    assertThat(results).allSatisfy(each -> assertThat(each.out()).hasLineCount(1));
    assertThat(results).allSatisfy(each -> assertThat(each.err()).doesNotContain("noise"));
    assertThat(results).anySatisfy(each -> assertThat(each.err()).contains("building it first"));
    assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(1);
    assertThat(launcher.home().resolve("target/launcher-builds")).doesNotExist();
  }

  @Test
  void showsWhatMavenSaysWhenItFails() throws IOException {
    Files.writeString(launcher.home().resolve("pom.xml"), "");
    Path maven = script("mvn", "echo the reason; exit 1");

    Result result = launcher.command().with("PATH", before(maven)).run("--version");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("the reason\nerror: cannot build dbpreflight.jar\n");
  }

  @Test
  void saysThatMavenIsMissing() throws IOException {
    Files.writeString(launcher.home().resolve("pom.xml"), "");

    Result result =
        launcher.command().with("PATH", tools("readlink", "mkdir", "cat")).run("--version");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("error: cannot build dbpreflight.jar: Maven is not installed");
  }

  @Test
  void saysThatTheJarIsMissing() {
    Result result = launcher.command().run("--version");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("error: cannot find dbpreflight.jar");
  }

  @Test
  void worksWhereNoCacheCanBeKept() throws IOException {
    launcher.withJar();

    for (String place : List.of("/dev/null", "/proc/nowhere")) {
      Result result = launcher.command().with("XDG_CACHE_HOME", place).run("--version");

      assertThat(result.err()).isEmpty();
      assertThat(result.exitCode()).isZero();
    }
  }

  private Path fakeJava(String version) throws IOException {
    Path java = folder.resolve("java " + version);
    Files.createDirectories(java.resolve("bin"));
    Files.writeString(
        java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(java.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
    InstalledLauncher.executable(java.resolve("bin/java"));
    return java;
  }

  private Path script(String name, String text) throws IOException {
    Path program = Files.createDirectories(folder.resolve("scripts")).resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + text);
    InstalledLauncher.executable(program);
    return program.getParent();
  }

  private static String before(Path programs) {
    return programs + File.pathSeparator + System.getenv("PATH");
  }

  /** A PATH with nothing but these programs. */
  private String tools(String... names) throws IOException {
    Path programs = Files.createDirectories(folder.resolve("tools"));
    for (String name : names) {
      Path found = Path.of(new Command("sh", "-c", "command -v " + name).run().out().strip());
      Files.writeString(programs.resolve(name), "#!/bin/sh\nexec %s \"$@\"\n".formatted(found));
      InstalledLauncher.executable(programs.resolve(name));
    }
    return programs.toString();
  }
}
