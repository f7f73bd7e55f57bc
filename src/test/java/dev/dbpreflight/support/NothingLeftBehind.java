package dev.dbpreflight.support;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test class: no session is open and no database is there that the tests did not make
 * themselves; those are then dropped. Registered for every test, so none has to name it.
 */
public final class NothingLeftBehind implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getRequiredTestClass().isMemberClass()) {
      return; // A nested class shares the databases of the class around it.
    }
    List<String> found = new ArrayList<>();
    for (PostgresServer server : Databases.started()) {
      found.addAll(server.leftBehind());
      server.dropEverything();
    }
    if (!found.isEmpty()) {
      throw new AssertionError(
          context.getDisplayName() + " left behind:\n  " + String.join("\n  ", found));
    }
  }
}
