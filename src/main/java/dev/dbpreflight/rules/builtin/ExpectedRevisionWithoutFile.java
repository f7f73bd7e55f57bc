package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.rules.Severity.ERROR;

import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.Need;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.stream.Stream;

@RuleInfo(
    id = "expected-revision-without-file",
    severity = ERROR,
    needs = Need.MIGRATIONS,
    since = "0.1.0",
    summary = "No migration file leads to the revision that was expected",
    why =
        """
        The files are not those of the release, so that a deployment ends at another revision than
        its code was written for.\
        """,
    fix =
        """
        Correct --revision, or name the folder with the files of this release.\
        """)
final class ExpectedRevisionWithoutFile implements Rule {

  @Override
  public Stream<Finding> check(Evidence evidence) {
    String expected = evidence.expectedRevision();
    return evidence.migrations().stream()
        .filter(files -> !expected.isEmpty() && !files.has(expected))
        .filter(files -> evidence.histories().stream().noneMatch(one -> one.isAt(expected)))
        .map(
            files ->
                finding(ObjectRef.database(), "no file in \"%s\" is %s", files.folder(), expected));
  }
}
