package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import dev.dbpreflight.migrations.DjangoMigration.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Migrations of Django: of every application in a project, of one application, or of the folder
 * itself. Applications that are not in the project bring their migrations themselves; dependencies
 * on them are left out, because nothing here can say whether they are met. Folders called "tests"
 * hold applications that no deployment has.
 */
final class DjangoFiles implements Convention {

  @Override
  public MigrationTool tool() {
    return MigrationTool.DJANGO;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    // Looking through a whole project is only worth it where somebody manages one.
    return Stream.of(".", "src", "app", "backend", "server", "api", "web")
        .filter(place -> project.has(place + "/manage.py"))
        .toList();
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return !new DjangoProject(folder.afresh()).files().isEmpty();
  }

  @Override
  public Migrations read(SourceFolder folder) {
    DjangoProject project = new DjangoProject(folder);
    List<DjangoMigration> all = new ArrayList<>();
    project.files().forEach((place, paths) -> read(folder, project, place, paths, all));
    return folder.migrations(tool(), linked(all));
  }

  /** A file that is not understood is taken to follow the one that stands before it. */
  private static void read(
      SourceFolder folder,
      DjangoProject project,
      String place,
      List<String> paths,
      List<DjangoMigration> all) {
    String application = project.label(place);
    List<Reference> before = List.of();
    for (String path : paths) {
      String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.pyc?$", "");
      Reference self = new Reference(application, name);
      Optional<DjangoMigration> migration = Optional.empty();
      if (project.isCompiledOnly(path)) {
        folder.cannotRead(path, 0, "is compiled and has no source beside it");
        migration = Optional.of(DjangoMigration.known(self, path, before));
      } else if (path.endsWith(".py")) {
        migration = DjangoMigration.read(folder, project, self, path, before);
      }
      if (migration.isPresent()) {
        all.add(migration.get());
        before = List.of(self);
      }
    }
  }

  private static List<MigrationFile> linked(List<DjangoMigration> all) {
    Applications applications = new Applications(all);
    Map<Reference, List<Reference>> dependsOn = new HashMap<>();
    for (DjangoMigration migration : all) {
      Reference self = migration.self();
      migration.dependencies().stream()
          .filter(other -> !other.application().equals(self.application()))
          .flatMap(other -> applications.resolve(other).stream())
          .forEach(other -> dependsOn.computeIfAbsent(self, any -> list()).add(other));
    }
    for (DjangoMigration migration : all) {
      Reference self = migration.self();
      for (Reference later : migration.runBefore()) {
        Optional<Reference> file = applications.resolve(later).flatMap(applications::file);
        file.ifPresent(other -> dependsOn.computeIfAbsent(other, any -> list()).add(self));
        // One that no file has is told like any other reference that leads nowhere.
        applications
            .resolve(later)
            .filter(other -> file.isEmpty())
            .ifPresent(other -> dependsOn.computeIfAbsent(self, any -> list()).add(other));
      }
    }
    return all.stream()
        .map(one -> one.file(parents(one), dependsOn.getOrDefault(one.self(), List.of())))
        .sorted(Comparator.comparing(MigrationFile::path))
        .toList();
  }

  private static List<Reference> list() {
    return new ArrayList<>();
  }

  private static List<Reference> parents(DjangoMigration migration) {
    return migration.dependencies().stream()
        .filter(other -> other.application().equals(migration.self().application()))
        .filter(other -> !other.name().equals(DjangoMigration.FIRST))
        .toList();
  }

  /** The migrations of each application that is in the project. */
  private static final class Applications {
    private final Map<String, Set<Reference>> migrations = new TreeMap<>();
    private final Map<Reference, Reference> replacements = new HashMap<>();
    private final Set<Reference> followers = new HashSet<>();
    private final Set<Reference> followed = new HashSet<>();

    Applications(List<DjangoMigration> all) {
      for (DjangoMigration migration : all) {
        migrations
            .computeIfAbsent(migration.self().application(), any -> new TreeSet<>())
            .add(migration.self());
        migration.replaces().forEach(other -> replacements.put(other, migration.self()));
        List<Reference> parents = parents(migration);
        if (!parents.isEmpty()) {
          followers.add(migration.self());
          followed.addAll(parents);
        }
      }
    }

    /** The migration itself, or the one that stands for it. */
    Optional<Reference> file(Reference reference) {
      Set<Reference> own = migrations.getOrDefault(reference.application(), Set.of());
      return own.contains(reference)
          ? Optional.of(reference)
          : Optional.ofNullable(replacements.get(reference));
    }

    /** The migration that is meant; empty when its application is not in the project. */
    Optional<Reference> resolve(Reference reference) {
      Set<Reference> own = migrations.getOrDefault(reference.application(), Set.of());
      return switch (reference.name()) {
        case DjangoMigration.FIRST ->
            own.stream().filter(one -> !followers.contains(one)).findFirst();
        case DjangoMigration.LATEST ->
            own.stream().filter(one -> !followed.contains(one)).findFirst();
        default -> own.isEmpty() ? Optional.empty() : Optional.of(reference);
      };
    }
  }
}
