package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrayTextTest {

  @Test
  void readsPlainQuotedAndMissingElements() {
    assertThat(ArrayText.elements("{}")).isEmpty();
    assertThat(ArrayText.elements("{a,b c,NULL,\"NULL\",\"\"}"))
        .containsExactly("a", "b c", null, "NULL", "");
  }

  @Test
  void readsBracesCommasQuotesAndBackslashesInElements() {
    assertThat(ArrayText.elements("{\"a,b\",\"{c}\",\"d\\\"e\",\"f\\\\g\"}"))
        .containsExactly("a,b", "{c}", "d\"e", "f\\g");
  }

  @Test
  void readsAnArrayWithItsBounds() {
    assertThat(ArrayText.elements("[0:1]={a,b}")).containsExactly("a", "b");
  }
}
