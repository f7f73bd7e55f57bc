package dev.dbpreflight.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write on the left, what a catalog prints on the right. */
class SpellingTest {

  private static String[] sides(String line) {
    return line.split(" = ", 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int4 = integer",
        "INT = integer",
        "serial = integer",
        "bigserial = bigint",
        "varchar(20) = character varying(20)",
        "VARCHAR ( 20 ) = character varying(20)",
        "char = character(1)",
        "char(3) = character(3)",
        "decimal(10,2) = numeric(10,2)",
        "numeric(10) = numeric(10,0)",
        "numeric( 10 , 2 ) = numeric(10,2)",
        "bool = boolean",
        "float8 = double precision",
        "float(10) = real",
        "double  precision = double precision",
        "timestamptz = timestamp with time zone",
        "timestamptz(3) = timestamp(3) with time zone",
        "timestamp = timestamp without time zone",
        "timestamp(3) = timestamp(3) without time zone",
        "timestamp (3) with time zone = timestamp(3) with time zone",
        "time = time without time zone",
        "int[] = integer[]",
        "varchar(5)[3][] = character varying(5)[]",
        "text array = text[]",
        "varbit(3) = bit varying(3)",
        "pg_catalog.int4 = integer",
        "status = public.status",
        "public.status = public.status",
        "jsonb = jsonb"
      })
  void takesEverySpellingOfAType(String line) {
    assertThat(Spelling.sameType(sides(line)[0], sides(line)[1]))
        .as(Spelling.type(sides(line)[0]) + " and " + Spelling.type(sides(line)[1]))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "integer = bigint",
        "varchar(20) = character varying(21)",
        "varchar = character varying(20)",
        "numeric(10,2) = numeric(10,3)",
        "timestamp = timestamp with time zone",
        "int = integer[]",
        "other.status = public.status",
        "status = public.status2",
        "\"Status\" = public.status"
      })
  void tellsTypesApart(String line) {
    assertThat(Spelling.sameType(sides(line)[0], sides(line)[1])).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 = '0'::numeric",
        "0 = 0.00",
        "0 = (0)",
        "-1 = '-1'::integer",
        "-1 = (-1)",
        "'open' = 'open'::character varying",
        "'a::b' = 'a::b'::text",
        "'on' = 'on'::public.status",
        "NOW() = now()",
        "current_timestamp = CURRENT_TIMESTAMP",
        "nextval('a_id_seq') = nextval('a_id_seq'::regclass)",
        "'{}' = '{}'::text[]",
        "fee >= 0 = (fee >= (0)::numeric)",
        "(a) and (b) = ((a) AND (b))"
      })
  void takesWhatAServerMakesOfAnExpression(String line) {
    int middle = line.startsWith("fee") ? line.indexOf(" = (") : line.indexOf(" = ");
    assertThat(Spelling.sameSql(line.substring(0, middle), line.substring(middle + 3))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 = 1",
        "'a' = 'b'::text",
        "'A' = 'a'",
        "now() = clock_timestamp()",
        "0 = '00x'::text",
        "(a) and (b) = a and b or c"
      })
  void tellsExpressionsApart(String line) {
    assertThat(Spelling.sameSql(sides(line)[0], sides(line)[1])).isFalse();
  }
}
