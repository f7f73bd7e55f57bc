package dev.dbpreflight.connect;

import java.util.List;

/** What kind of server libpq's {@code target_session_attrs} asks for. */
enum SessionWish {
  ANY("any"),
  READ_WRITE("read-write"),
  READ_ONLY("read-only"),
  PRIMARY("primary"),
  STANDBY("standby");

  private final String title;

  SessionWish(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The wishes to try one after the other. */
  static List<SessionWish> of(String attribute) {
    return switch (attribute) {
      case "read-write" -> List.of(READ_WRITE);
      case "read-only" -> List.of(READ_ONLY);
      case "primary" -> List.of(PRIMARY);
      case "standby" -> List.of(STANDBY);
      case "prefer-standby" -> List.of(STANDBY, ANY);
      default -> List.of(ANY);
    };
  }

  boolean accepts(PostgresSession session) {
    boolean writable = !session.standby() && !session.readOnlyByDefault();
    return switch (this) {
      case ANY -> true;
      case READ_WRITE -> writable;
      case READ_ONLY -> !writable;
      case PRIMARY -> !session.standby();
      case STANDBY -> session.standby();
    };
  }
}
