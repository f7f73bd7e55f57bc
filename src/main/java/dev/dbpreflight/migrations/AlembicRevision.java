package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.migrations.PythonScope.Binding;
import dev.dbpreflight.migrations.PythonValue.Call;
import dev.dbpreflight.migrations.PythonValue.Items;
import dev.dbpreflight.migrations.PythonValue.None;
import dev.dbpreflight.migrations.PythonValue.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file of Alembic, understood or not. */
final class AlembicRevision {
  private static final Pattern LEGACY_NAME = Pattern.compile("([a-f0-9]+)\\.py");

  private final SourceFolder folder;
  private final String path;
  private final PythonModule module;
  private boolean understood = true;

  private AlembicRevision(SourceFolder folder, String path, PythonModule module) {
    this.folder = folder;
    this.path = path;
    this.module = module;
  }

  /** The migration in a file; empty when it is not understood, which is remembered. */
  static Optional<MigrationFile> read(SourceFolder folder, String path) {
    return PythonModule.read(folder, path)
        .flatMap(module -> new AlembicRevision(folder, path, module).file());
  }

  /** Whether a file looks like one of Alembic's at all. */
  static boolean isOne(SourceFolder folder, String path) {
    return PythonModule.read(folder, path)
        .filter(module -> module.get("down_revision").isPresent())
        .filter(
            module ->
                module.get("revision").isPresent() || LEGACY_NAME.matcher(name(path)).matches())
        .isPresent();
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Optional<MigrationFile> file() {
    String revision = revision();
    if (module.get("down_revision").isEmpty()) {
      fail(1, "says no down_revision, so what it follows is not known");
    }
    List<String> parents = names("down_revision");
    List<String> dependsOn = names("depends_on");
    List<String> labels = names("branch_labels");
    return understood
        ? Optional.of(
            new MigrationFile(
                revision,
                name(path),
                parents,
                dependsOn,
                labels,
                List.of(),
                path,
                1,
                Kind.VERSIONED,
                List.of(),
                !module.callsOutside("downgrade", "autocommit_block"),
                module.wayDown("downgrade")))
        : Optional.empty();
  }

  private String revision() {
    Optional<Binding> binding = module.get("revision");
    if (binding.isEmpty()) {
      Matcher legacy = LEGACY_NAME.matcher(name(path));
      if (legacy.matches()) {
        return legacy.group(1);
      }
      fail(1, "says no revision, and Alembic refuses to run with such a file");
      return "";
    }
    if (binding.get().value() instanceof Text(String text)) {
      refuseSigns(text, binding.get().line());
      return text;
    }
    fail(binding.get(), "revision");
    return "";
  }

  private void refuseSigns(String revision, int line) {
    if (revision.isEmpty()) {
      fail(line, "has an empty revision");
    } else if (revision.chars().anyMatch(character -> "@-+".indexOf(character) >= 0)) {
      fail(line, "has one of @ - + in its revision, which Alembic refuses");
    }
  }

  /** None, a string, or several in a tuple, a list or a set. */
  private List<String> names(String variable) {
    return module.get(variable).map(binding -> names(variable, binding)).orElse(List.of());
  }

  private List<String> names(String variable, Binding binding) {
    List<PythonValue> all =
        binding.value() instanceof Items several ? several.items() : List.of(binding.value());
    if (all.size() == 1 && isNothing(all.getFirst())) {
      return List.of();
    }
    if (!all.stream().allMatch(Text.class::isInstance)) {
      fail(binding, variable);
      return List.of();
    }
    return all.stream().map(one -> ((Text) one).text()).distinct().toList();
  }

  private static boolean isNothing(PythonValue value) {
    return value instanceof None || (value instanceof Text(String text) && text.isEmpty());
  }

  private void fail(Binding binding, String variable) {
    String how =
        binding.value() instanceof Call
            ? " is computed by a call, so it is not known before the file runs"
            : " is no plain string, so it is not known before the file runs";
    fail(binding.line(), "its " + variable + how);
  }

  private void fail(int line, String reason) {
    understood = false;
    folder.cannotRead(path, line, reason);
  }
}
