package dev.dbpreflight.migrations;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.migrations.PythonScope.Binding;
import dev.dbpreflight.migrations.PythonValue.Call;
import dev.dbpreflight.migrations.PythonValue.Items;
import dev.dbpreflight.migrations.PythonValue.Name;
import dev.dbpreflight.migrations.PythonValue.None;
import dev.dbpreflight.migrations.PythonValue.Text;
import dev.dbpreflight.migrations.PythonValue.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One migration of Django, with its references to others as the file spells them. */
record DjangoMigration(
    Reference self,
    String path,
    List<Reference> dependencies,
    List<Reference> runBefore,
    List<Reference> replaces,
    boolean atomic,
    WayDown wayDown) {

  static final String FIRST = "__first__";
  static final String LATEST = "__latest__";

  /**
   * A migration of an application.
   *
   * @param name also {@link #FIRST} or {@link #LATEST}
   */
  record Reference(String application, String name) implements Comparable<Reference> {

    String id() {
      return application + "." + name;
    }

    @Override
    public int compareTo(Reference other) {
      int byApplication = application.compareTo(other.application);
      return byApplication != 0 ? byApplication : name.compareTo(other.name);
    }
  }

  MigrationFile file(List<Reference> parents, List<Reference> dependsOn) {
    return new MigrationFile(
        self.id(),
        path.substring(path.lastIndexOf('/') + 1),
        parents.stream().map(Reference::id).distinct().toList(),
        dependsOn.stream().map(Reference::id).distinct().toList(),
        List.of(),
        replaces.stream().map(Reference::id).distinct().toList(),
        path,
        1,
        Kind.VERSIONED,
        List.of(),
        atomic,
        wayDown);
  }

  /**
   * Reads a file; empty when it holds no migration, which is remembered.
   *
   * @param guessed what it would follow if it were not understood
   */
  static Optional<DjangoMigration> read(
      SourceFolder folder,
      DjangoProject project,
      Reference self,
      String path,
      List<Reference> guessed) {
    Optional<PythonModule> module = PythonModule.read(folder, path);
    return module.isEmpty()
        ? Optional.of(known(self, path, guessed))
        : new Reader(folder, project, path, module.get()).read(self, guessed);
  }

  /** A migration of which only the name of its file is known. */
  static DjangoMigration known(Reference self, String path, List<Reference> guessed) {
    return new DjangoMigration(self, path, guessed, List.of(), List.of(), true, WayDown.UNKNOWN);
  }

  private static final class Reader {
    private final SourceFolder folder;
    private final DjangoProject project;
    private final String path;
    private final PythonModule module;
    private boolean understood = true;

    Reader(SourceFolder folder, DjangoProject project, String path, PythonModule module) {
      this.folder = folder;
      this.project = project;
      this.path = path;
      this.module = module;
    }

    Optional<DjangoMigration> read(Reference self, List<Reference> guessed) {
      Optional<PythonLine> definition = module.get("Migration").flatMap(Binding::definition);
      if (definition.isEmpty() || !definition.get().begins("class")) {
        fail(1, "has no class Migration, and Django refuses to run with such a file");
        return Optional.empty();
      }
      PythonScope body = new PythonScope(definition.get().body(), module.scope().values());
      DjangoMigration migration =
          new DjangoMigration(
              self,
              path,
              references(body, "dependencies"),
              references(body, "run_before"),
              references(body, "replaces"),
              body.get("atomic").filter(one -> one.value().equals(new Truth(false))).isEmpty(),
              wayDown(body));
      return Optional.of(understood ? migration : known(self, path, guessed));
    }

    private List<Reference> references(PythonScope body, String attribute) {
      Optional<Binding> binding = body.get(attribute);
      if (binding.isEmpty()) {
        return List.of();
      }
      List<Reference> references = new ArrayList<>();
      boolean plain = binding.get().value() instanceof Items;
      if (binding.get().value() instanceof Items(List<PythonValue> items)) {
        for (PythonValue item : items) {
          plain &= add(item, references);
        }
      }
      if (!plain) {
        fail(
            binding.get().line(),
            "its " + attribute + " are computed, so they are not known before the file runs");
      }
      return references;
    }

    /** Whether it could be understood. */
    private boolean add(PythonValue item, List<Reference> references) {
      if (item instanceof Items(List<PythonValue> pair)
          && pair.size() == 2
          && pair.get(0) instanceof Text(String application)
          && pair.get(1) instanceof Text(String name)) {
        references.add(new Reference(application, name));
        return true;
      }
      if (item instanceof Call call && call.last().equals("swappable_dependency")) {
        swappable(call)
            .filter(model -> model.contains("."))
            .map(model -> model.substring(0, model.indexOf('.')))
            .ifPresent(application -> references.add(new Reference(application, FIRST)));
        return true;
      }
      return false;
    }

    /** Where no setting of the project says it, Django's own application has the model. */
    private Optional<String> swappable(Call call) {
      return call.argument(0, "value")
          .flatMap(
              value ->
                  switch (value) {
                    case Text(String model) -> Optional.of(model);
                    case Name(String name) ->
                        project.setting(name.substring(name.lastIndexOf('.') + 1));
                    default -> Optional.empty();
                  });
    }

    private static WayDown wayDown(PythonScope body) {
      PythonValue operations =
          body.get("operations").map(Binding::value).orElse(new Items(List.of()));
      return wayDown(operations);
    }

    private static WayDown wayDown(PythonValue operations) {
      if (!(operations instanceof Items(List<PythonValue> all))) {
        return WayDown.UNKNOWN;
      }
      WayDown down = WayDown.PRESENT;
      for (PythonValue operation : all) {
        WayDown own = operation instanceof Call call ? wayDown(call) : WayDown.UNKNOWN;
        if (own == WayDown.ABSENT) {
          return own;
        }
        down = own == WayDown.UNKNOWN ? own : down;
      }
      return down;
    }

    private static WayDown wayDown(Call operation) {
      return switch (operation.last()) {
        case "RunPython" -> reverse(operation.argument(1, "reverse_code"));
        case "RunSQL" -> reverse(operation.argument(1, "reverse_sql"));
        case "SeparateDatabaseAndState" ->
            operation
                .argument(0, "database_operations")
                .map(Reader::wayDown)
                .orElse(WayDown.PRESENT);
        default -> WayDown.PRESENT;
      };
    }

    private static WayDown reverse(Optional<PythonValue> code) {
      return code.isEmpty() || code.get() instanceof None ? WayDown.ABSENT : WayDown.PRESENT;
    }

    private void fail(int line, String reason) {
      understood = false;
      folder.cannotRead(path, line, reason);
    }
  }
}
