package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.ServerVersion;
import java.util.List;

/**
 * The areas of the catalog where one row is one object: everything but tables, views and sequences.
 */
final class StandaloneObjects {

  private final List<Query<? extends SchemaObject>> queries;

  StandaloneObjects(ServerVersion version) {
    queries =
        List.of(
            Schemas.query(),
            Extensions.query(),
            EnumTypes.query(),
            CompositeTypes.query(),
            DomainTypes.query(),
            RangeTypes.query(),
            Collations.query(version.major()),
            Routines.query(),
            Aggregates.query(),
            Operators.query(),
            Casts.query(),
            ExtendedStatisticsObjects.query(),
            TextSearchObjects.parsers(),
            TextSearchObjects.templates(),
            TextSearchObjects.dictionaries(),
            TextSearchObjects.configurations(),
            EventTriggers.query(),
            Publications.query(version.major()),
            Subscriptions.query(version.major()),
            ForeignData.wrappers(),
            ForeignData.servers(),
            ForeignData.mappings(),
            DefaultAccess.query());
  }

  List<Query<? extends SchemaObject>> queries() {
    return queries;
  }

  List<SchemaObject> objects(Answers answers) {
    return queries.stream().<SchemaObject>flatMap(query -> answers.of(query).stream()).toList();
  }
}
