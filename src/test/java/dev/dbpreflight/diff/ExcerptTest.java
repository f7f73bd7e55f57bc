package dev.dbpreflight.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void leavesShortValuesWhole() {
    assertThat(Excerpt.of("integer", "text")).isEqualTo(new Excerpt("integer", "text"));
  }

  @Test
  void saysWhereThereIsNothing() {
    assertThat(Excerpt.of("", "now()")).isEqualTo(new Excerpt("(nothing)", "now()"));
  }

  @Test
  void showsLongValuesWhereTheyBeginToDiffer() {
    String long200 = "x".repeat(200);

    assertThat(Excerpt.of(long200 + "\n one" + long200, long200 + "\n two" + long200))
        .satisfies(
            excerpt -> {
              assertThat(excerpt.expected()).startsWith("… x").contains("x one").endsWith("x …");
              assertThat(excerpt.actual()).startsWith("… x").contains("x two").endsWith("x …");
              assertThat(excerpt.actual()).hasSizeLessThan(120);
            });
  }

  @Test
  void showsWhiteSpaceOnlyWhereItIsAllThatDiffers() {
    assertThat(Excerpt.of("a\n  b", "a b c")).isEqualTo(new Excerpt("a b", "a b c"));
    assertThat(Excerpt.of("a\n  b", "a b")).isEqualTo(new Excerpt("a\n  b", "a b"));
  }

  @Test
  void cutsNoCharacterInTwo() {
    String faces = "😀".repeat(100);
    Excerpt even = Excerpt.of(faces + "a", faces + "b");
    Excerpt odd = Excerpt.of("." + faces + "a", "." + faces + "b");

    assertThat(even.actual()).startsWith("… 😀").endsWith("😀b");
    assertThat(odd.actual()).startsWith("… 😀").endsWith("😀b");
  }
}
