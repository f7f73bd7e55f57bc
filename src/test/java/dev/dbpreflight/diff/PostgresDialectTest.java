package dev.dbpreflight.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.ServerVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresDialectTest {
  private final Dialect dialect = between(15, 17);

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "SELECT a,    b   FROM public.t; ¦ SELECT a, b FROM public.t",
        "SELECT t.a, t.b FROM public.t WHERE t.a > 0 ¦ SELECT a, b FROM public.t WHERE a > 0",
        "SELECT u.a FROM public.t u ORDER BY u.a ¦ SELECT a FROM public.t u ORDER BY a",
        "SELECT count(t.a) AS n FROM public.t GROUP BY t.b ¦ SELECT count(a) AS n FROM public.t"
            + " GROUP BY b",
        "SELECT EXTRACT(year FROM t.at) AS y FROM public.t ¦ SELECT EXTRACT(year FROM at) AS y FROM"
            + " public.t",
        "CREATE TRIGGER x BEFORE INSERT ON public.t FOR EACH ROW EXECUTE PROCEDURE public.f()  ¦"
            + " CREATE TRIGGER x BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION"
            + " public.f()",
        "((a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))  ¦"
            + " ((a)::text = ANY (ARRAY[('x'::character varying)::text, ('y'::character"
            + " varying)::text]))",
        "SELECT t.a FROM s.t WHERE (t.a > ( SELECT avg(t_1.a) AS avg FROM s.t t_1)) "
            + "¦ SELECT a FROM s.t WHERE (a > ( SELECT avg(t_1.a) AS avg FROM s.t t_1))",
        "WITH c AS ( SELECT t.a FROM s.t) SELECT c.a FROM c ¦ WITH c AS ( SELECT t.a FROM s.t)"
            + " SELECT a FROM c",
        "SELECT q.a FROM ( SELECT t.a FROM s.t) q ¦ SELECT a FROM ( SELECT t.a FROM s.t) q",
        "SELECT n.n FROM generate_series(1, 3) n(n) ¦ SELECT n FROM generate_series(1, 3) n(n)",
        "SELECT t.\"select\" AS \"from\" FROM s.t ¦ SELECT \"select\" AS \"from\" FROM s.t",
        "((a > 0)) ¦ (a > 0)",
        "\"position\" > 0 ¦ position > 0",
      })
  void provesTheSameMeaning(String one, String other) {
    assertThat(dialect.sameText(one, other)).isTrue();
    assertThat(dialect.sameText(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "'a  b'::text ¦ 'a b'::text",
        "'A'::text ¦ 'a'::text",
        "\"A\" > 0 ¦ a > 0",
        "\"char\" ¦ char",
        "f(ROW(a, b)) ¦ f(a, b)",
        "f((a, b)) ¦ f(a, b)",
        "a IN ((SELECT 1)) ¦ a IN (SELECT 1)",
        "SELECT count(t.*) AS n FROM public.t ¦ SELECT count(*) AS n FROM public.t",
        "SELECT t.a FROM public.t JOIN public.u ON true ¦ SELECT a FROM public.t JOIN public.u ON"
            + " true",
        "SELECT t.a FROM public.t, public.u ¦ SELECT u.a FROM public.t, public.u",
        "SELECT t.f(a) AS f FROM t.t ¦ SELECT f(a) AS f FROM t.t",
        "SELECT a::t.state FROM t.t ¦ SELECT a::state FROM t.t",
        "SELECT a FROM t.t ¦ SELECT a FROM t",
        "SELECT t.a FROM ONLY public.t ¦ SELECT t.a FROM public.t",
        "SELECT t.a FROM s.t WHERE ( SELECT t.b FROM s.u) ¦ SELECT a FROM s.t WHERE ( SELECT b FROM"
            + " s.u)",
        "SELECT t.a FROM s.t UNION SELECT t.a FROM s.t ¦ SELECT a FROM s.t UNION SELECT a FROM s.t",
        "SELECT t.a FROM (s.t CROSS JOIN s.u) ¦ SELECT a FROM (s.t CROSS JOIN s.u)",
        "a > 0 ¦ a >= 0",
        "(ARRAY['x'::text])::text[] ¦ (ARRAY['y'::text])::text[]",
        "a - - b ¦ a -- b",
        "$a$x$a$ ¦ $b$x$b$",
        "E'a\\'' || 'b' ¦ E'a\\''",
      })
  void provesNothingWhereTheMeaningMayDiffer(String one, String other) {
    assertThat(dialect.sameText(one, other)).isFalse();
  }

  @Test
  void oneVersionIsNoExcuse() {
    assertThat(between(15, 15).excuse("lower(a)", "(lower(a))::text")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {"a || b ¦ (a || b)::text", "now() - a ¦ now() + a", "x.a + y.a ¦ a + a"})
  void twoVersionsAreAnExcuse(String one, String other) {
    assertThat(dialect.excuse(one, other))
        .contains("PostgreSQL 15 and 17 may print the same SQL differently")
        .isEqualTo(between(17, 15).excuse(other, one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "0 ¦ 1",
        "(a > 0) ¦ (a > 10)",
        "'draft'::text ¦ 'open'::text",
        "now() ¦ clock_timestamp()",
        "room ¦ hall",
      })
  void twoVersionsAreNoExcuseForOtherConstantsAndNames(String one, String other) {
    assertThat(dialect.excuse(one, other)).isEmpty();
  }

  /** {@code EXTRACT(year FROM x)} was {@code date_part('year'::text, x)} up to version 13. */
  @Test
  void constantsProveNothingBeforeVersion14() {
    assertThat(between(13, 17).excuse("date_part('year'::text, x)", "EXTRACT(year FROM x)"))
        .isPresent();
  }

  private static Dialect between(int expected, int actual) {
    return new PostgresDialect(version(expected), version(actual));
  }

  private static ServerVersion version(int major) {
    return new ServerVersion(major, 0, major + ".0");
  }
}
