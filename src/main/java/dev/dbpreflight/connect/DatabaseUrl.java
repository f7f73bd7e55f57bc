package dev.dbpreflight.connect;

import dev.dbpreflight.model.Engine;

/** Where a database is. What it prints never holds a secret. */
public interface DatabaseUrl {

  Engine engine();

  /** The URL for people: no password, no other secret, safe for logs. */
  String masked();
}
