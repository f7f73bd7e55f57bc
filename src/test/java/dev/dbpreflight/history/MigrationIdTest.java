package dev.dbpreflight.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationIdTest {

  @ParameterizedTest
  @CsvSource({
    "FLYWAY, 1_10, 1.10",
    "FLYWAY, 001.0.0, 1",
    "FLYWAY, R:a_b.c, R:a_b.c",
    "RAILS, 001, 1",
    "DBMATE, 001, 001",
    "GOLANG_MIGRATE, 000, 0",
    "DJANGO, shop.0001_initial, shop.0001_initial"
  })
  void isTheSameFromAFileAndFromAHistory(MigrationTool tool, String written, String id) {
    assertThat(MigrationId.of(tool, written)).isEqualTo(id);
  }

  /** Paths as Liquibase 5.0.4 normalises them. */
  @ParameterizedTest
  @CsvSource({
    "classpath:db/a.xml::1::ann, db/a.xml::1::ann",
    "classpath:/db/a.xml::1::ann, db/a.xml::1::ann",
    "C:\\x\\a.xml::1::ann, x/a.xml::1::ann",
    "/db//a.xml::1::ann, db/a.xml::1::ann",
    "./db/a.xml::1::ann, db/a.xml::1::ann",
    "db/../a.xml::1::ann, a.xml::1::ann",
    "classpath*:db/a.xml::1::ann, classpath*:db/a.xml::1::ann",
    "a.xml::a::b::c/../d, a.xml::a::b::c/../d"
  })
  void normalisesThePathOfAChangeSet(String recorded, String id) {
    assertThat(MigrationId.of(MigrationTool.LIQUIBASE, recorded)).isEqualTo(id);
  }

  @Test
  void callsRepeatableMigrationsByTheirDescription() {
    assertThat(MigrationId.repeatable("my_views")).isEqualTo("R:my views");
    assertThat(MigrationId.repeatable("my views")).isEqualTo("R:my views");
  }
}
