package dev.dbpreflight.checks;

import dev.dbpreflight.model.ObjectKind;

/** The kinds of constraint that a check can ask for. */
public enum ConstraintKind {
  PRIMARY_KEY(ObjectKind.PRIMARY_KEY),
  UNIQUE(ObjectKind.UNIQUE),
  FOREIGN_KEY(ObjectKind.FOREIGN_KEY),
  CHECK(ObjectKind.CHECK),
  EXCLUSION(ObjectKind.EXCLUSION);

  private final ObjectKind kind;

  ConstraintKind(ObjectKind kind) {
    this.kind = kind;
  }

  /** The kind in the schema model. */
  public ObjectKind kind() {
    return kind;
  }

  /** As check files spell it. */
  public String token() {
    return kind.token();
  }
}
