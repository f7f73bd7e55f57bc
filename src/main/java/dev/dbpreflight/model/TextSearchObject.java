package dev.dbpreflight.model;

import java.util.List;

/**
 * A text search configuration, dictionary, parser or template.
 *
 * @param kind one of the four TEXT_SEARCH kinds
 * @param definition "name = value" per option; "token = dictionary, dictionary" per mapping of a
 *     configuration; sorted
 */
public record TextSearchObject(
    ObjectName name, ObjectKind kind, List<String> definition, Attributes attributes)
    implements SchemaObject {

  public TextSearchObject {
    definition = definition.stream().sorted().toList();
  }
}
