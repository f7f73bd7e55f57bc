package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.WARNING;

import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@RuleInfo(
    id = "index-invalid",
    severity = WARNING,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "An index is invalid: an interrupted concurrent build left it behind",
    why =
        """
        Every write maintains the index and no query uses it, and a unique one does not enforce
        uniqueness. A migration with IF NOT EXISTS takes it for the finished index.\
        """,
    fix = "Drop the index and build it again, or rebuild it with REINDEX INDEX CONCURRENTLY.")
final class IndexInvalid implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    Stream<ObjectRef> onTables =
        evidence.tables().flatMap(table -> invalid(table.name(), table.indexes()));
    Stream<ObjectRef> onViews =
        evidence.views().flatMap(view -> invalid(view.name(), view.indexes()));
    return Stream.concat(onTables, onViews).map(object -> finding(object, "%s is invalid", object));
  }

  private static Stream<ObjectRef> invalid(ObjectName table, List<Index> indexes) {
    return indexes.stream()
        .filter(index -> !index.valid())
        .map(index -> ObjectRef.of(table, index));
  }
}
