package dev.dbpreflight.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.ObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers were computed with other programs, that of Flyway and that of Rails seen held. */
class AdvisoryKeysTest {

  @ParameterizedTest
  @CsvSource({
    "FLYWAY, flyway_schema_history, 77433833903597",
    "RAILS, schema_migrations, 5939944341529942170",
    "SQLX, _sqlx_migrations, 2969972169318647292",
    "GOLANG_MIGRATE, schema_migrations, 3689236698",
    "PRISMA, _prisma_migrations, 72707369",
  })
  void areThoseThatTheToolsUse(MigrationTool tool, String table, long key) {
    assertThat(AdvisoryKeys.of(tool, new ObjectName("public", table), "shop")).contains(key);
  }
}
