package dev.dbpreflight.model;

import java.util.List;

/**
 * An event trigger.
 *
 * @param tags command tags that it is limited to, sorted; empty for all
 * @param enabled as in {@link Trigger}
 */
public record EventTrigger(
    ObjectName name,
    String event,
    List<String> tags,
    String function,
    String enabled,
    Attributes attributes)
    implements SchemaObject {

  public EventTrigger {
    tags = tags.stream().sorted().toList();
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.EVENT_TRIGGER;
  }
}
