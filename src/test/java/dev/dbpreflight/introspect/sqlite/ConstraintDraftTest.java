package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.SchemaModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstraintDraftTest {
  @TempDir Path folder;

  private SchemaModel read(String script) {
    return SqliteModels.of(folder, script);
  }

  @Test
  void namesTheConstraintsThatNobodyNamed() {
    SchemaModel model =
        read(
            """
            CREATE TABLE p (x INTEGER, y TEXT, PRIMARY KEY (x, y));
            CREATE TABLE t (
              a INTEGER, b TEXT UNIQUE, c INTEGER,
              PRIMARY KEY (a),
              UNIQUE (c DESC, b COLLATE NOCASE),
              CHECK (a > 0), CHECK (a>0),
              CONSTRAINT "(b)" UNIQUE (a, b),
              CONSTRAINT twice CHECK (b <> ''), CONSTRAINT twice CHECK (c <> 0),
              FOREIGN KEY (a, b) REFERENCES p,
              FOREIGN KEY (a, b) REFERENCES p (x, y) ON DELETE CASCADE,
              FOREIGN KEY (c) REFERENCES p,
              FOREIGN KEY (c) REFERENCES nowhere
            );
            """);

    assertThat(model.tables().getLast().constraints())
        .extracting(Constraint::kind, Constraint::name)
        .extracting(Object::toString)
        .containsExactly(
            "(PRIMARY_KEY, \"\")",
            "(CHECK, \"(a > 0)\")",
            "(FOREIGN_KEY, \"(a, b) -> p(x, y)\")",
            "(FOREIGN_KEY, \"(a, b) -> p(x, y) (2)\")",
            "(UNIQUE, \"(b)\")",
            "(UNIQUE, \"(b) (2)\")",
            "(UNIQUE, \"(c DESC, b COLLATE NOCASE)\")",
            "(FOREIGN_KEY, \"(c) -> nowhere\")",
            "(FOREIGN_KEY, \"(c) -> p\")",
            "(CHECK, \"twice\")",
            "(CHECK, \"twice (2)\")");
  }
}
