package dev.dbpreflight.migrations;

import dev.dbpreflight.migrations.PythonScope.Binding;
import dev.dbpreflight.migrations.PythonValue.Items;
import dev.dbpreflight.migrations.PythonValue.Text;
import dev.dbpreflight.migrations.PythonValue.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The applications of a Django project that have migrations, and its settings as far as they are
 * plain values.
 */
final class DjangoProject {
  private static final String MIGRATIONS = "migrations";
  private static final Pattern SOURCE = Pattern.compile("[^_~][^/]*\\.py");
  private static final Pattern COMPILED = Pattern.compile("[^_~][^/.]*\\.pyc");
  private static final Pattern FOREIGN =
      Pattern.compile("(.*/)?(site-packages|dist-packages|env|tests)/.*");

  private final SourceFolder folder;
  private final List<String> paths;
  private final Map<String, List<String>> filesOf = new TreeMap<>();

  /**
   * @param folder a project, an application, or its folder of migrations
   */
  DjangoProject(SourceFolder folder) {
    this.folder = folder;
    this.paths =
        folder.paths().stream()
            .filter(path -> path.endsWith(".py") || path.endsWith(".pyc"))
            .filter(DjangoProject::isOwn)
            .toList();
    for (String path : paths) {
      if (isInMigrations(path)) {
        filesOf.computeIfAbsent(parent(path), any -> new ArrayList<>()).add(path);
      }
    }
    filesOf.values().removeIf(files -> files.stream().noneMatch(this::hasMigration));
  }

  /** What was installed beside the project is not its own, nor is what only tests use. */
  private static boolean isOwn(String path) {
    return !FOREIGN.matcher(path).matches();
  }

  /** In a folder of that name, or in the very folder that was named. */
  private static boolean isInMigrations(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean candidate = SOURCE.matcher(name).matches() || COMPILED.matcher(name).matches();
    String parent = parent(path);
    return candidate
        && (parent.isEmpty() || parent.equals(MIGRATIONS) || parent.endsWith("/" + MIGRATIONS));
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private boolean hasMigration(String path) {
    return path.endsWith(".py")
        && read(path)
            .flatMap(module -> module.get("Migration"))
            .flatMap(Binding::definition)
            .filter(DjangoProject::isMigration)
            .isPresent();
  }

  /** A class of that name belongs to Django by its base or by what it assigns. */
  private static boolean isMigration(PythonLine definition) {
    boolean derived =
        definition.tokens().stream().skip(2).anyMatch(token -> token.isName("Migration"));
    return derived
        || Stream.of("dependencies", "operations", "initial", "replaces")
            .anyMatch(name -> body(definition).get(name).isPresent());
  }

  private static PythonScope body(PythonLine definition) {
    return new PythonScope(definition.body(), Map.of());
  }

  /** A file that is only looked at: what is wrong with it is told when it is read in earnest. */
  private Optional<PythonModule> read(String path) {
    return PythonModule.read(folder.afresh(), path);
  }

  /** The files of each folder of migrations, sorted. */
  Map<String, List<String>> files() {
    return filesOf;
  }

  /** Compiled files that Python would load, because no source is beside them. */
  boolean isCompiledOnly(String path) {
    return path.endsWith(".pyc") && !paths.contains(path.substring(0, path.length() - 1));
  }

  /**
   * What Django calls an application: as its configuration says, else as its folder is called.
   *
   * @param migrations its folder of migrations
   */
  String label(String migrations) {
    String application = parent(migrations);
    boolean outside = migrations.isEmpty();
    String configuration = outside ? "../apps.py" : join(application, "apps.py");
    return configured(configuration)
        .or(() -> Optional.of(lastPart(application)).filter(name -> !name.isEmpty()))
        .or(() -> labelFromDependencies(migrations))
        .orElseGet(() -> lastPart(outside ? parent(folder.shown()) : folder.shown()));
  }

  private Optional<String> configured(String path) {
    if (!folder.has(path)) {
      return Optional.empty();
    }
    List<PythonScope> classes =
        read(path).map(PythonModule::lines).orElse(List.of()).stream()
            .filter(line -> line.begins("class"))
            .map(DjangoProject::body)
            .filter(body -> text(body, "label").or(() -> text(body, "name")).isPresent())
            .toList();
    return classes.stream()
        .filter(body -> classes.size() == 1 || isDefault(body))
        .findFirst()
        .flatMap(body -> text(body, "label").or(() -> text(body, "name")))
        .map(name -> name.substring(name.lastIndexOf('.') + 1));
  }

  private static boolean isDefault(PythonScope body) {
    return body.get("default").filter(one -> one.value().equals(new Truth(true))).isPresent();
  }

  private static Optional<String> text(PythonScope scope, String name) {
    return scope
        .get(name)
        .map(Binding::value)
        .filter(Text.class::isInstance)
        .map(value -> ((Text) value).text());
  }

  /** The application whose migrations the files of a folder name, if they are in that folder. */
  private Optional<String> labelFromDependencies(String migrations) {
    Map<String, Integer> votes = new HashMap<>();
    for (String path : filesOf.getOrDefault(migrations, List.of())) {
      read(path)
          .flatMap(module -> module.get("Migration"))
          .flatMap(Binding::definition)
          .flatMap(definition -> body(definition).get("dependencies"))
          .map(Binding::value)
          .filter(Items.class::isInstance)
          .ifPresent(value -> vote(((Items) value).items(), migrations, votes));
    }
    return votes.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  private void vote(List<PythonValue> dependencies, String migrations, Map<String, Integer> votes) {
    for (PythonValue dependency : dependencies) {
      if (dependency instanceof Items(List<PythonValue> pair)
          && pair.size() == 2
          && pair.get(0) instanceof Text(String application)
          && pair.get(1) instanceof Text(String name)
          && paths.contains(join(migrations, name + ".py"))) {
        votes.merge(application, 1, Integer::sum);
      }
    }
  }

  /** A setting that some file of settings assigns as a plain string. */
  Optional<String> setting(String name) {
    return paths.stream()
        .filter(path -> path.endsWith(".py"))
        .filter(
            path ->
                lastPart(path).equals("settings.py") || lastPart(parent(path)).equals("settings"))
        .flatMap(path -> read(path).stream())
        .flatMap(module -> text(module.scope(), name).stream())
        .findFirst();
  }

  private static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
