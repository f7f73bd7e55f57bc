package dev.dbpreflight.history;

import dev.dbpreflight.model.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** The keys of the advisory locks that tools hold on PostgreSQL while they migrate. */
final class AdvisoryKeys {
  /** "Flyway" in ASCII; the table's name is added to it. */
  private static final long FLYWAY = 0x466C79776179L;

  private static final long RAILS_SALT = 2053462845L;
  private static final long SQLX_SALT = 0x3d32ad9eL;
  private static final long GOLANG_MIGRATE_SALT = 1486364155L;
  private static final long UNSIGNED = 0xFFFFFFFFL;

  private AdvisoryKeys() {}

  /** Those that the tool of this table may use; none for tools that lock nothing or otherwise. */
  static Set<Long> of(MigrationTool tool, ObjectName table, String database) {
    return switch (tool) {
      case FLYWAY -> Set.of(FLYWAY + quoted(table).hashCode());
      case RAILS, DBMATE_OR_RAILS -> Set.of(RAILS_SALT * crc32(database));
      case GOLANG_MIGRATE -> golangMigrate(table, database);
      case SQLX -> Set.of(SQLX_SALT * crc32(database));
      case PRISMA -> Set.of(72707369L);
      case GOOSE -> Set.of(4097083626L);
      case NODE_PG_MIGRATE -> Set.of(7241865325823964L);
      case TERN -> Set.of(9628173550095224L);
      case KYSELY -> Set.of(3853314791062309107L);
      case ATLAS -> Set.of(2686470616L);
      case SQITCH -> Set.of(75474063L);
      case PGROLL -> Set.of(12388221127840347L);
      case POSTGRES_MIGRATIONS, SUPABASE_STORAGE -> Set.of(-8525285245963000605L);
      default -> Set.of();
    };
  }

  private static String quoted(ObjectName table) {
    return '"' + table.schema() + "\".\"" + table.name() + '"';
  }

  /** Versions before 4.15 left the table out. */
  private static Set<Long> golangMigrate(ObjectName table, String database) {
    String schema = table.schema();
    return Set.of(
        golangMigrate(schema + "\0" + table.name() + "\0" + database),
        golangMigrate(schema + "\0" + database));
  }

  private static long golangMigrate(String name) {
    return crc32(name) * GOLANG_MIGRATE_SALT & UNSIGNED;
  }

  private static long crc32(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
