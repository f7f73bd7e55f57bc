package dev.dbpreflight.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import dev.dbpreflight.rules.Phase;
import dev.dbpreflight.rules.Profile;
import dev.dbpreflight.rules.Waiver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Finds and reads check files: those that ship, and a project's own with all that they extend. */
public final class CheckFiles {
  /** Names of the profiles that ship, the default first. */
  public static final List<String> SHIPPED =
      List.of("before-deploy", "after-deploy", "ci", "drift");

  static final List<String> OWN_KEYS =
      List.of(
          "extends",
          "snapshots",
          "migrations",
          "revision",
          "tables",
          "migrating-role",
          "backup",
          "capacity",
          "checks",
          "waivers");

  static final List<String> CAPACITY_KEYS = List.of("storage");

  private static final List<String> KEYS = keys();
  private static final Known<String> NAMES = Known.words("profile", SHIPPED);

  private final Map<String, String> environment;
  private final Path folder;
  private final Optional<String> profile;

  /** The files on the way from the one that was asked for. */
  private final List<Path> reading = new ArrayList<>();

  private CheckFiles(Map<String, String> environment, Path folder, Optional<String> profile) {
    this.environment = environment;
    this.folder = folder;
    this.profile = profile;
  }

  /**
   * A profile that ships.
   *
   * @throws ProblemException when none has this name
   */
  public static CheckFile shipped(String name) {
    if (!SHIPPED.contains(name)) {
      throw new ProblemException(
          ExitCode.USAGE,
          new Problem(
              NAMES.unknown(name),
              "option --profile",
              "nothing was checked",
              NAMES.suggestion(name)));
    }
    Mistakes mistakes = new Mistakes("checks/" + name + ".yaml (ships with dbpreflight)");
    Mapping content =
        new YamlReader(mistakes, new Variables(Map.of(), mistakes)).read(resource(name));
    Section section = new Section(content, ProfileReader.KEYS, mistakes);
    Profile read =
        new ProfileReader(mistakes).read(section, Profile.plain(name, Phase.BEFORE_DEPLOY));
    mistakes.throwIfAny();
    return new CheckFile(
        read.withLeftOut(read.off()).withOff(Set.of()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        name);
  }

  private static String resource(String name) {
    try (InputStream file = CheckFiles.class.getResourceAsStream("/checks/" + name + ".yaml")) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * A project's own file.
   *
   * @param folder that relative paths start from
   * @param file as the user wrote it
   * @param environment for the variables that values name
   * @throws ProblemException that lists what is wrong with the file
   */
  public static CheckFile read(Path folder, Path file, Map<String, String> environment) {
    return read(folder, file, environment, Optional.empty());
  }

  /**
   * A project's own file, on top of another profile than the one that it extends.
   *
   * @param profile name of the profile that ships; empty for the one of the file
   */
  public static CheckFile read(
      Path folder, Path file, Map<String, String> environment, Optional<String> profile) {
    return new CheckFiles(environment, folder, profile).read(file, new Mistakes(file.toString()));
  }

  private CheckFile standard(String name) {
    return shipped(profile.orElse(name));
  }

  private CheckFile read(Path file, Mistakes mistakes) {
    Path real = folder.resolve(file);
    String text = CheckFileText.read(real, mistakes);
    reading.add(real(real));
    Mapping content = new YamlReader(mistakes, new Variables(environment, mistakes)).read(text);
    Section section = new Section(content, KEYS, mistakes);
    CheckFile base = base(section, file, mistakes);
    Profile profile = new ProfileReader(mistakes).read(section, base.profile());
    List<NamedCheck> checks = checks(section, base.checks(), mistakes);
    List<Waiver> waivers = new ArrayList<>(base.waivers());
    section
        .node("waivers")
        .ifPresent(
            node ->
                waivers.addAll(
                    new WaiverReader(mistakes, checks.stream().map(NamedCheck::name).toList())
                        .read(node)));
    CheckFile read =
        new CheckFile(
            profile,
            path(section, "snapshots", file, mistakes).or(base::snapshots),
            path(section, "migrations", file, mistakes).or(base::migrations),
            section.label("revision").or(base::revision),
            tables(section, base, mistakes),
            storage(section, base, mistakes),
            section
                .node("backup")
                .map(node -> new BackupReader(file, mistakes).read(node))
                .orElseGet(base::backup),
            section.label("migrating-role").or(base::migratingRole),
            checks,
            waivers,
            file.toString());
    mistakes.throwIfAny();
    return read;
  }

  /** What the file extends: a profile that ships, or another file beside it. */
  private CheckFile base(Section section, Path file, Mistakes mistakes) {
    Optional<Scalar> named = section.scalar("extends");
    if (named.isEmpty()) {
      return standard(SHIPPED.get(0));
    }
    String name = named.get().value();
    if (!name.matches("(?s).*[/\\\\].*|.*\\.ya?ml")) {
      return standard(NAMES.find(named.get(), mistakes).orElse(SHIPPED.get(0)));
    }
    Optional<Path> other = path(named.get(), file, mistakes);
    if (other.isEmpty()) {
      return standard(SHIPPED.get(0));
    }
    if (reading.contains(real(folder.resolve(other.get())))) {
      throw mistakes.fatal(
          named.get().line(),
          "the files extend each other in a circle, and " + named.get().shown() + " closes it",
          "let one of them extend a profile that ships: " + String.join(", ", SHIPPED));
    }
    return read(other.get(), new Mistakes(other.get().toString()));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException missing) {
      // Reading it says so.
      return file.toAbsolutePath().normalize();
    }
  }

  private static Optional<Path> path(Section section, String key, Path file, Mistakes mistakes) {
    return section.scalar(key).flatMap(value -> path(value, file, mistakes));
  }

  private static Optional<Path> path(Scalar value, Path file, Mistakes mistakes) {
    try {
      return Optional.of(file.resolveSibling(value.value()));
    } catch (InvalidPathException noPath) {
      mistakes.add(value.line(), value.shown() + " cannot be a file name", "correct the name");
      return Optional.empty();
    }
  }

  private static OptionalInt tables(Section section, CheckFile base, Mistakes mistakes) {
    OptionalLong tables =
        section
            .node("tables")
            .map(node -> new Typed(mistakes).whole(node, "tables", 0, Integer.MAX_VALUE))
            .orElse(OptionalLong.empty());
    return tables.isPresent() ? OptionalInt.of((int) tables.getAsLong()) : base.tables();
  }

  private static OptionalLong storage(Section section, CheckFile base, Mistakes mistakes) {
    OptionalLong storage =
        section
            .mapping("capacity")
            .map(capacity -> new Section(capacity, CAPACITY_KEYS, mistakes))
            .flatMap(capacity -> capacity.node("storage"))
            .map(node -> new Typed(mistakes).bytes(node, "storage"))
            .orElse(OptionalLong.empty());
    return storage.isPresent() ? storage : base.storage();
  }

  /** A check replaces one of the same name in the extended file. */
  private static List<NamedCheck> checks(
      Section section, List<NamedCheck> base, Mistakes mistakes) {
    Map<String, NamedCheck> checks = new LinkedHashMap<>();
    base.forEach(check -> checks.put(check.name(), check));
    CheckReader reader = new CheckReader(mistakes);
    section
        .mapping("checks")
        .ifPresent(
            mapping ->
                mapping
                    .entries()
                    .forEach(
                        entry ->
                            reader
                                .read(entry)
                                .ifPresent(check -> checks.put(check.name(), check))));
    return List.copyOf(checks.values());
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(OWN_KEYS);
    keys.addAll(ProfileReader.KEYS);
    return List.copyOf(keys);
  }
}
