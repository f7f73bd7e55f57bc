package dev.dbpreflight.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.diff.Change.ObjectMissing;
import dev.dbpreflight.diff.Change.ObjectUnexpected;
import dev.dbpreflight.diff.Change.PropertyDiffers;
import dev.dbpreflight.diff.Change.PropertyUnclear;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectRef;
import org.junit.jupiter.api.Test;

class ChangeTextTest {
  private static final ObjectRef EMAIL =
      new ObjectRef(ObjectKind.COLUMN, "public", "users", "email");

  @Test
  void tellsWhatIsAndWhatShouldBe() {
    assertThat(differs("type", "character varying(255)", "text"))
        .isEqualTo("column \"public.users.email\": type is text, expected character varying(255)");
  }

  @Test
  void tellsWhatIsAbsentOnOneSide() {
    assertThat(differs("comment", "", "for logins"))
        .isEqualTo("column \"public.users.email\": comment is for logins, expected none");
    assertThat(differs("comment", "for logins", ""))
        .isEqualTo("column \"public.users.email\": comment is missing, expected for logins");
  }

  @Test
  void tellsMissingAndUnexpectedObjects() {
    assertThat(ChangeText.sentence(new ObjectMissing(EMAIL)))
        .isEqualTo("column \"public.users.email\" is missing");
    assertThat(ChangeText.sentence(new ObjectUnexpected(EMAIL)))
        .isEqualTo("column \"public.users.email\" is not expected");
  }

  @Test
  void tellsWhyItIsUnclear() {
    assertThat(
            ChangeText.sentence(
                new PropertyUnclear(EMAIL, "default expression", "a", "b", "versions differ")))
        .isEqualTo(
            "column \"public.users.email\": default expression is b, expected a; versions differ");
  }

  @Test
  void showsLongTextsWhereTheyBeginToDiffer() {
    String start = "x".repeat(200);

    assertThat(differs("definition", start + " one" + start, start + "\n two" + start))
        .isEqualTo(
            "column \"public.users.email\": definition is …"
                + "x".repeat(20)
                + " two"
                + "x".repeat(35)
                + "…, expected …"
                + "x".repeat(20)
                + " one"
                + "x".repeat(36)
                + "…");
  }

  @Test
  void cutsNoCharacterInTwo() {
    String faces = "😀".repeat(100);

    assertThat(differs("comment", faces + "a", faces + "b"))
        .doesNotContain("\ud83d…")
        .contains("😀b");
    assertThat(differs("comment", "a" + faces, "")).endsWith("😀…");
  }

  private static String differs(String property, String expected, String actual) {
    return ChangeText.sentence(new PropertyDiffers(EMAIL, property, expected, actual));
  }
}
