package dev.dbpreflight.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> MODES =
      List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  @Test
  void namesTheClosestFirst() {
    assertThat(Nearest.to("verify-cal", MODES)).startsWith("verify-ca", "verify-full");
    assertThat(Nearest.to("REQUIRE", MODES)).startsWith("require");
  }

  @Test
  void namesNothingThatIsFarAway() {
    assertThat(Nearest.to("xyzzy", MODES)).isEmpty();
  }

  @Test
  void namesAtMostThree() {
    assertThat(Nearest.to("a", List.of("b", "c", "d", "e"))).containsExactly("b", "c", "d");
  }

  @Test
  void countsASwapAsOneSlip() {
    assertThat(Nearest.distance("hsot", "host")).isEqualTo(1);
    assertThat(Nearest.distance("hst", "host")).isEqualTo(1);
    assertThat(Nearest.distance("", "host")).isEqualTo(4);
  }
}
