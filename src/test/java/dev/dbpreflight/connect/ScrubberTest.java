package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScrubberTest {
  private final Scrubber scrubber = Scrubber.of(Stream.of(Secret.of("p@ss$1"), Secret.NONE));

  @Test
  void takesTheSecretOutAsWrittenAndAsEscaped() {
    assertThat(scrubber.clean("url u:p%40ss%241@h, password p@ss$1!"))
        .isEqualTo("url u:****@h, password ****!");
    assertThat(scrubber.clean((String) null)).isEmpty();
  }

  @Test
  void takesAShortSecretOutOnlyWhereItStandsAlone() {
    Scrubber tiny = Scrubber.of(Stream.of(Secret.of("e")));
    assertThat(tiny.clean("the password e is wrong")).isEqualTo("the password **** is wrong");
  }

  @Test
  void keepsAnExceptionThatHoldsNoSecret() {
    Exception harmless = new IllegalStateException("nothing", new Exception("here"));
    assertThat(scrubber.clean(harmless)).isSameAs(harmless);
  }

  @Test
  void copiesAnExceptionWithoutTheSecretInAnyCause() {
    Exception cause = new IllegalArgumentException("bad p@ss$1");
    Exception thrown = new IllegalStateException("outer", cause);
    thrown.addSuppressed(new Exception("p@ss$1"));
    StringWriter trace = new StringWriter();
    scrubber.clean(thrown).printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString())
        .doesNotContain("p@ss$1")
        .contains("java.lang.IllegalArgumentException: bad ****")
        .contains("copiesAnExceptionWithoutTheSecretInAnyCause");
  }

  @Test
  void aSecretShowsOnlyStars() {
    assertThat(Secret.of("pl4nted")).hasToString("****");
    assertThat("" + Secret.NONE).isEmpty();
    assertThat(Secret.of(null)).isSameAs(Secret.NONE);
  }
}
