package dev.dbpreflight.introspect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.UserAnswer;
import dev.dbpreflight.introspect.UserAnswer.Kind;
import dev.dbpreflight.introspect.UserAnswer.None;
import dev.dbpreflight.introspect.UserAnswer.NotRun;
import dev.dbpreflight.introspect.UserAnswer.One;
import dev.dbpreflight.introspect.UserAnswer.Several;
import dev.dbpreflight.introspect.UserQuery;
import dev.dbpreflight.support.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries of users are answered, and nothing comes of what they contain. */
class SqliteUserSqlTest {
  private static final String SHOP =
      """
      create table accounts (id integer primary key, fee numeric(10,2), name text);
      insert into accounts values (1, 0.5, 'a'), (2, null, 'b');
      """;

  @TempDir private Path folder;

  private static List<UserAnswer> ask(Path file, Duration limit, String... queries) {
    ConnectOptions options = new ConnectOptions(Deadline.after(Duration.ofSeconds(60)));
    try (Session session = Connector.open(DatabaseUrl.parse(file.toString(), "a test"), options)) {
      return new SqliteUserSql()
          .ask(
              session,
              Arrays.stream(queries).map(sql -> new UserQuery("check \"c\"", sql, limit)).toList());
    }
  }

  private static List<UserAnswer> ask(Path file, String... queries) {
    return ask(file, Duration.ofSeconds(20), queries);
  }

  @Test
  void answersWithTypedValues() {
    Path file = Databases.sqlite(folder, SHOP);
    assertThat(
            ask(
                file,
                "select count(*) from accounts where fee is null;",
                "select fee from accounts where id = 1 -- the fee",
                "select name from accounts where id = 2 /* b */ ;\n",
                "select fee from accounts where id = 2",
                "select 1 where false",
                "select id from accounts",
                "with x (a) as (values (1.5)) select a from x",
                "select '<a> ; ) ü 🦄'",
                "select '12'",
                "values (true)"))
        .containsExactly(
            new One(Kind.NUMBER, "1"),
            new One(Kind.NUMBER, "0.5"),
            new One(Kind.TEXT, "b"),
            new One(Kind.NULL, ""),
            new None(),
            new Several(),
            new One(Kind.NUMBER, "1.5"),
            new One(Kind.TEXT, "<a> ; ) ü 🦄"),
            new One(Kind.TEXT, "12"),
            new One(Kind.NUMBER, "1"));
  }

  @Test
  void nothingIsWrittenWhateverAQueryContains() throws IOException {
    Path file = Databases.sqlite(folder, SHOP);
    Path other = folder.resolve("other.db");
    byte[] before = Files.readAllBytes(file);
    List<UserAnswer> answers =
        ask(
            file,
            "drop table accounts",
            "1; DROP TABLE accounts",
            "select 1; drop table accounts",
            "') ; drop table accounts; --",
            "select 1) insert into accounts select 3, 0, 'c' --",
            "select 1) select 1; attach '" + other + "' as other; select (1",
            "select 1) delete from accounts --",
            "insert into accounts values (3, 0, 'c') returning id",
            "with x as (insert into accounts values (3) returning id) select id from x",
            "attach '" + other + "' as other",
            "vacuum into '" + other + "'",
            "pragma query_only = off",
            "pragma journal_mode = wal",
            "select load_extension('" + other + "')",
            "select writefile('" + other + "', 'x')",
            "select readfile('/etc/passwd')",
            "select * from pragma_query_only(0)",
            "select * from pragma_journal_mode('wal')",
            "select edit('a')",
            "begin",
            "commit",
            "select 1 /* no end",
            "select 1, 2",
            "select 'no end",
            "",
            "select id from nowhere");
    assertThat(answers.subList(0, 21)).allMatch(answer -> answer instanceof NotRun);
    assertThat(answers.get(21)).isInstanceOf(NotRun.class);
    assertThat(answers.subList(22, 26)).allMatch(answer -> answer instanceof NotRun);
    assertThat(other).doesNotExist();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aQueryHasItsOwnTime() {
    Path file = Databases.sqlite(folder, SHOP);
    String endless =
        "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n";
    long start = System.nanoTime();
    List<UserAnswer> answers = ask(file, Duration.ofMillis(300), endless, "select 7");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(((NotRun) answers.get(0)).reason())
        .isEqualTo("cannot read the answer to check \"c\": its time ran out after 300 ms");
    assertThat(answers.get(1)).isEqualTo(new One(Kind.NUMBER, "7"));
  }

  @Test
  void aBigAnswerIsCutOrRefused() {
    Path file = Databases.sqlite(folder, SHOP);
    List<UserAnswer> answers =
        ask(file, "select hex(zeroblob(1000000))", "select hex(zeroblob(900000000))");
    assertThat(((One) answers.get(0)).text()).hasSize(UserAnswer.LENGTH);
    assertThat(((NotRun) answers.get(1)).reason()).contains("too big");
  }

  @Test
  void aMissingFileHasNoTables() {
    assertThat(ask(folder.resolve("missing.db"), "select 1", "select id from accounts").get(1))
        .isInstanceOf(NotRun.class);
    assertThat(folder.resolve("missing.db")).doesNotExist();
  }
}
