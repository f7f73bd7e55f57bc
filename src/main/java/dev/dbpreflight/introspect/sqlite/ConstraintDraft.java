package dev.dbpreflight.introspect.sqlite;

import dev.dbpreflight.model.Constraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A constraint that still lacks its name. SQLite lets many constraints have no name and two have
 * the same; in the model a name is unique among the constraints of a kind.
 *
 * @param given the user's name; empty for none
 * @param derived what it is called when nobody named it
 * @param named makes the constraint
 */
record ConstraintDraft(String given, String derived, Function<String, Constraint> named) {
  private static final Comparator<ConstraintDraft> ORDER =
      Comparator.<ConstraintDraft, Boolean>comparing(draft -> draft.given().isEmpty())
          .thenComparing(ConstraintDraft::name)
          .thenComparing(draft -> draft.named().apply("").toString());

  private String name() {
    return given.isEmpty() ? derived : given;
  }

  /**
   * Names all constraints of one kind. One that says the same as another of the same name is left
   * out: it means nothing. Further ones of the same name get a number, in an order that does not
   * depend on the order of the text.
   */
  static List<Constraint> nameAll(List<ConstraintDraft> drafts) {
    List<Constraint> constraints = new ArrayList<>();
    for (ConstraintDraft draft : drafts.stream().sorted(ORDER).toList()) {
      String name = draft.name();
      int number = 1;
      while (isTaken(name, constraints)) {
        if (constraints.contains(draft.named().apply(name))) {
          break;
        }
        number++;
        name = draft.name() + " (" + number + ")";
      }
      if (!isTaken(name, constraints)) {
        constraints.add(draft.named().apply(name));
      }
    }
    return constraints;
  }

  private static boolean isTaken(String name, List<Constraint> constraints) {
    return constraints.stream().anyMatch(constraint -> constraint.name().equals(name));
  }
}
