package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

@RuleInfo(
    id = "migration-version-duplicated",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "Two migration files have the same version",
    why =
        """
        The tool refuses to run, or runs one of them and takes the other for applied.\
        """,
    fix =
        """
        Give the newer file a version of its own. Where it was applied already, keep the version
        that the history has.\
        """)
final class MigrationVersionDuplicated implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    return evidence.graph().stream()
        .flatMap(graph -> graph.duplicates().stream())
        .map(this::finding);
  }

  private Finding finding(List<MigrationFile> files) {
    String id = files.getFirst().id();
    List<String> places =
        files.stream().map(file -> '"' + file.path() + "\":" + file.line()).toList();
    return finding(
            ObjectRef.database(), "%s is the version of %s", id, String.join(" and ", places))
        .withDetail(id);
  }
}
