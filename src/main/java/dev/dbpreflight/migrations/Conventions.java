package dev.dbpreflight.migrations;

import java.util.List;

/** The conventions that are known. The order decides: who is recognised by more comes first. */
final class Conventions {
  static final List<Convention> ALL =
      List.of(
          new AlembicFiles(),
          new DjangoFiles(),
          new LiquibaseFiles(),
          new RailsFiles(),
          new EfCoreFiles(),
          new KnexFiles(),
          new SequelizeFiles(),
          new TypeOrmFiles(),
          new NodePgMigrateFiles(),
          new KyselyFiles(),
          new SqitchFiles(),
          new PrismaFiles(),
          new DrizzleFiles(),
          new SupabaseFiles(),
          new GooseFiles(),
          new DbmateFiles(),
          new FlywayFiles(),
          new RefineryFiles(),
          new DieselFiles(),
          new GolangMigrateFiles(),
          new AtlasFiles(),
          new SqlxFiles(),
          new NumberedSqlFiles());

  private Conventions() {}
}
