package dev.dbpreflight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.checks.NamedCheck;
import dev.dbpreflight.checks.ProfileWords;
import dev.dbpreflight.history.DatabaseState;
import dev.dbpreflight.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check file says counts where the command line says nothing. */
class PlanCheckTest {
  private static final String FILE =
      """
      extends: after-deploy
      accept: [populated]
      fail-on: warning
      migrations: db/
      snapshots: shots/
      revision: v2
      tables: 4
      checks:
        one: {tables: [a]}
        two: {tables: [b], when: [drift]}
      waivers:
        - {rule: table-without-primary-key, object: public.log, reason: append only, until: 2027-06-30}
      """;

  @TempDir private Path folder;
  private final List<String> remarks = new ArrayList<>();

  private CheckRequest plan(Optional<String> profile, List<String> accept, String revision) {
    Progress progress =
        new Progress() {
          @Override
          public void begins(String phase, String detail) {}

          @Override
          public void remarks(String text) {
            remarks.add(text);
          }
        };
    Surroundings place =
        new Surroundings(Map.of(), folder, folder, "app", InstantSource.system(), progress);
    ProfileWords words =
        new ProfileWords(profile, accept, Optional.empty(), List.of(), Map.of(), List.of(), false);
    return new PlanCheck(place)
        .plan(
            new PlanCheck.Options(
                Connection.to("app.db"),
                words,
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                revision,
                Optional.empty()));
  }

  @Test
  void theStandardFileIsReadAndSaid() throws IOException {
    Files.writeString(folder.resolve("dbpreflight.yaml"), FILE);
    CheckRequest request = plan(Optional.empty(), List.of(), "");
    assertThat(remarks).containsExactly("checks are read from dbpreflight.yaml");
    assertThat(request.profile().name()).isEqualTo("after-deploy");
    assertThat(request.profile().accept()).containsExactly(DatabaseState.POPULATED);
    assertThat(request.profile().failOn()).isEqualTo(Severity.WARNING);
    assertThat(request.migrations()).contains(Path.of("db"));
    assertThat(request.snapshots()).contains(Path.of("shots"));
    assertThat(request.revision()).isEqualTo("v2");
    assertThat(request.tables()).hasValue(4);
    assertThat(request.waivers()).hasSize(1);
    assertThat(request.named().checks()).extracting(NamedCheck::name).containsExactly("one");
    assertThat(request.named().alone()).isFalse();
  }

  @Test
  void theCommandLineCountsMore() throws IOException {
    Files.writeString(folder.resolve("dbpreflight.yaml"), FILE);
    CheckRequest request = plan(Optional.of("drift"), List.of("fresh"), "v3");
    assertThat(request.profile().name()).isEqualTo("drift");
    assertThat(request.profile().required()).contains("unexpected-object");
    assertThat(request.profile().accept()).containsExactly(DatabaseState.FRESH);
    assertThat(request.profile().failOn()).isEqualTo(Severity.WARNING);
    assertThat(request.revision()).isEqualTo("v3");
    assertThat(request.named().checks()).extracting(NamedCheck::name).containsExactly("one", "two");
  }

  @Test
  void withoutAFileTheDefaultProfileCounts() {
    CheckRequest request = plan(Optional.empty(), List.of(), "");
    assertThat(remarks).isEmpty();
    assertThat(request.profile().name()).isEqualTo("before-deploy");
    assertThat(request.named()).isEqualTo(CheckRequest.Named.NONE);
  }
}
