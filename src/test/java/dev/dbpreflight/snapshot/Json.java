package dev.dbpreflight.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Snapshots as text, for tests. */
final class Json {

  /** A small file without a fingerprint, to be edited. */
  static final String VALID =
      """
      {
        "format": 1,
        "tool": "dbpreflight 0.1.0",
        "engine": "postgresql",
        "serverVersion": {"major": 17, "minor": 2, "text": "17.2"},
        "sequences": [
          {"schema": "public", "name": "numbers", "start": 3}
        ],
        "tables": [
          {
            "schema": "public",
            "name": "users",
            "columns": [
              {"name": "id", "type": "bigint", "notNull": true},
              {"name": "email", "type": "text"}
            ],
            "constraints": [
              {"kind": "primary-key", "name": "users_pkey", "columns": ["id"]},
              {
                "kind": "foreign-key",
                "name": "users_fkey",
                "columns": ["email"],
                "references": {"schema": "public", "name": "mails", "columns": ["email"]}
              }
            ],
            "indexes": [
              {"name": "users_email_idx", "keys": ["email", {"expression": "lower(email)"}]}
            ]
          },
          {"schema": "public", "name": "logs"}
        ]
      }
      """;

  private Json() {}

  static String of(Snapshot snapshot) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SnapshotWriter.write(snapshot, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static Snapshot read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  static Snapshot read(byte[] bytes) {
    try {
      return SnapshotParser.read(new ByteArrayInputStream(bytes), new Source("v1.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The complaint about a text. */
  static Problem problem(String json) {
    return problem(json.getBytes(StandardCharsets.UTF_8));
  }

  static Problem problem(byte[] json) {
    ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> read(json));
    assertThat(thrown.exitCode()).isEqualTo(ExitCode.USAGE);
    return thrown.problem();
  }
}
