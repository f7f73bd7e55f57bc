package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationFile.Kind;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.history.Migrations;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** SQL files of Atlas, told by atlas.sum, in Atlas's own format of a folder. */
final class AtlasFiles implements Convention {
  private static final String SUM = "atlas.sum";
  private static final Pattern PLACE = Pattern.compile("\\bdir\\s*=\\s*\"file://([^\"?]+)");
  private static final Pattern NO_TRANSACTION =
      Pattern.compile("(?m)^(?:--|#)\\s*atlas:txmode\\s+none\\s*$");
  private static final Pattern CHECKPOINT = Pattern.compile("(?m)^(?:--|#)\\s*atlas:checkpoint\\b");
  private static final Pattern NOT_SUMMED = Pattern.compile("^[ -~]*atlas:sum +ignore\\b");

  @Override
  public MigrationTool tool() {
    return MigrationTool.ATLAS;
  }

  @Override
  public List<String> usualPlaces(SourceFolder project) {
    List<String> places = new ArrayList<>();
    project.setting("atlas.hcl", PLACE).ifPresent(places::add);
    places.addAll(List.of("migrations", "ent/migrate/migrations", "db/migrations"));
    return places;
  }

  @Override
  public boolean owns(SourceFolder folder) {
    return folder.has(SUM);
  }

  @Override
  public boolean fits(SourceFolder folder) {
    return folder.names().stream().anyMatch(name -> name.endsWith(".sql"));
  }

  @Override
  public Migrations read(SourceFolder folder) {
    MessageDigest soFar = Checksums.digest("SHA-256");
    List<MigrationFile> files = new ArrayList<>();
    boolean complete = true;
    for (String name : folder.names()) {
      if (!name.endsWith(".sql")) {
        continue;
      }
      String version = name.substring(0, name.length() - ".sql".length()).split("_", 2)[0];
      MigrationFile file = MigrationFile.versioned(version, name);
      Optional<String> text = folder.text(name);
      complete &= text.isPresent();
      soFar.update(name.getBytes(UTF_8));
      files.add(text.map(sql -> read(file, sql)).orElse(file));
      if (text.isPresent() && !NOT_SUMMED.matcher(text.get()).find()) {
        soFar.update(text.get().getBytes(UTF_8));
        if (complete) {
          files.add(files.removeLast().withChecksums(List.of(sum(soFar))));
        }
      }
    }
    return folder.migrations(tool(), files);
  }

  private static MigrationFile read(MigrationFile file, String sql) {
    String directives = sql.substring(0, endOfDirectives(sql));
    return file.withTransaction(!NO_TRANSACTION.matcher(directives).find())
        .ofKind(CHECKPOINT.matcher(directives).find() ? Kind.BASELINE : Kind.VERSIONED);
  }

  /** Comments at the very top are about the file, if an empty line parts them from the rest. */
  private static int endOfDirectives(String sql) {
    int at = 0;
    while (sql.startsWith("--", at) || sql.startsWith("#", at)) {
      int end = sql.indexOf('\n', at);
      if (end < 0) {
        return sql.length();
      }
      at = end + 1;
    }
    return sql.startsWith("\n", at) ? at : 0;
  }

  /** Each file's is over the names and texts of all before it as well. */
  private static String sum(MessageDigest soFar) {
    try {
      MessageDigest copy = (MessageDigest) soFar.clone();
      return Base64.getEncoder().encodeToString(copy.digest());
    } catch (CloneNotSupportedException unknown) {
      throw new IllegalStateException("SHA-256 of Java can be copied", unknown);
    }
  }
}
