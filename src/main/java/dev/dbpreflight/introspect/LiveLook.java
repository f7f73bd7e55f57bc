package dev.dbpreflight.introspect;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.model.LiveFacts;

/** What rules want to know beside the schema: facts about its data, conditions of the moment. */
public record LiveLook(LiveFacts facts, Conditions conditions) {
  /** Nothing was looked at. */
  public static final LiveLook NONE = new LiveLook(LiveFacts.NONE, Conditions.NONE);
}
