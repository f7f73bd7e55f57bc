package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.ProblemException;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseUrlTest {

  /** Spelling, a wide arrow, what it means: the masked form and what that form leaves out. */
  private static final String UNDERSTOOD =
      """
      postgresql://h/db => postgresql://h:5432/db
      postgres://h/db => postgresql://h:5432/db
      POSTGRES://h/db => postgresql://h:5432/db
      postgis://h/db => postgresql://h:5432/db
      pgsql://h/db => postgresql://h:5432/db
      postgresql+psycopg2://u:p@h/db => postgresql://u@h:5432/db password=p
      postgresql+psycopg://u:p@h/db => postgresql://u@h:5432/db password=p
      postgresql+asyncpg://u:p@h/db?ssl=require => postgresql://u@h:5432/db?sslmode=require password=p
      postgresql+pg8000://u:p@h:6432/db => postgresql://u@h:6432/db password=p
      postgresql+psycopg2cffi://u@h/db => postgresql://u@h:5432/db
      postgres+asyncpg://u@h/db => postgresql://u@h:5432/db
      postgresql:// => postgresql://
      postgresql://h => postgresql://h:5432
      postgresql://h/ => postgresql://h:5432
      postgresql:///db => postgresql:///db
      postgresql://u@/db => postgresql://u@/db
      postgresql://:6543/db => postgresql://:6543/db
      postgresql://u@h => postgresql://u@h:5432/u
      postgresql://db.internal:6543/shop => postgresql://db.internal:6543/shop
      postgresql://u:p%40ss@h/db => postgresql://u@h:5432/db password=p@ss
      postgresql://u:p%3Ass@h/db => postgresql://u@h:5432/db password=p:ss
      postgresql://u:p%2Fss@h/db => postgresql://u@h:5432/db password=p/ss
      postgresql://u:p%3Fs%23s@h/db => postgresql://u@h:5432/db password=p?s#s
      postgresql://u:100%25@h/db => postgresql://u@h:5432/db password=100%
      postgresql://u:p%C3%A4ss@h/db => postgresql://u@h:5432/db password=päss
      postgresql://u:p+w@h/db => postgresql://u@h:5432/db password=p+w
      postgresql://u:p@ss@h/db => postgresql://u@h:5432/db password=p@ss
      postgresql://u:p:ss@h/db => postgresql://u@h:5432/db password=p:ss
      postgresql://u:p?ss@h/db => postgresql://u@h:5432/db password=p?ss
      postgresql://u:p/ss@h/db => postgresql://u@h:5432/db password=p/ss
      postgresql://u:p#ss@h/db => postgresql://u@h:5432/db password=p#ss
      postgresql://u:@h/db => postgresql://u@h:5432/db
      postgresql://my%20user@h/my%20db => postgresql://my%20user@h:5432/my%20db
      postgresql://u%40corp:p@h/db => postgresql://u%40corp@h:5432/db password=p
      postgresql://h/läden => postgresql://h:5432/läden
      postgresql://h/a%2Fb => postgresql://h:5432/a%2Fb
      postgresql://h/d%0Ab => postgresql://h:5432/d%0Ab
      postgresql://[::1]/db => postgresql://[::1]:5432/db
      postgresql://u:p@[2001:db8::7]:6543/db => postgresql://u@[2001:db8::7]:6543/db password=p
      postgresql://h1,h2/db => postgresql://h1:5432,h2:5432/db
      postgresql://h1:1111,h2:2222,[::1]:3333/db => postgresql://h1:1111,h2:2222,[::1]:3333/db
      postgresql://h1:1111,h2/db?target_session_attrs=read-write => postgresql://h1:1111,h2:5432/db?target_session_attrs=read-write
      postgresql:///db?host=h1:1111&host=h2:2222 => postgresql://h1:1111,h2:2222/db
      postgresql:///db?host=h1,h2&port=1111,2222 => postgresql://h1:1111,h2:2222/db
      postgresql://h/db?sslmode=verify-full => postgresql://h:5432/db?sslmode=verify-full
      postgres://h/db?sslmode=no-verify => postgresql://h:5432/db?sslmode=require
      postgres://h/db?ssl=true => postgresql://h:5432/db?sslmode=require
      postgresql:///db?host=/var/run/postgresql => postgresql:///db?host=/var/run/postgresql
      postgresql:///db?host=/tmp&port=6543 => postgresql:///db?host=/tmp&port=6543
      postgresql://u@%2Fvar%2Frun%2Fpostgresql/db => postgresql://u@/db?host=/var/run/postgresql
      postgresql://h/db?user=u&password=p => postgresql://u@h:5432/db password=p
      postgresql://u:p@h/db?password=q => postgresql://u@h:5432/db password=q
      postgresql://h/db?sslkey=k.pem&sslpassword=p => postgresql://h:5432/db key=p sslkey=k.pem
      postgresql://h/db?application_name=a@b => postgresql://h:5432/db application_name=a@b
      postgresql://h/db?hostaddr=10.0.0.7 => postgresql://h:5432/db hostaddr=10.0.0.7
      postgresql://h/db?connect_timeout=3&options=-c%20geqo%3Doff => postgresql://h:5432/db connect_timeout=3 options=-c geqo=off
      postgresql://h/db?schema=public&pool_timeout=10 => postgresql://h:5432/db note=schema note=pool_timeout
      postgresql://h/db?sslcrl=x.crl => postgresql://h:5432/db sslcrl=x.crl note=sslcrl
      postgresql://?host=h&dbname=db => postgresql://h:5432/db
      jdbc:postgresql://h/db => postgresql://h:5432/db
      jdbc:postgresql://h:6543/db?user=u&password=p => postgresql://u@h:6543/db password=p
      jdbc:postgresql://h/db?user=u&password=a+b => postgresql://u@h:5432/db password=a b
      jdbc:postgresql:db => postgresql://localhost:5432/db
      jdbc:postgresql:/ => postgresql://localhost:5432
      jdbc:postgresql://h1:1111,h2:2222/db?targetServerType=primary => postgresql://h1:1111,h2:2222/db?target_session_attrs=read-write
      jdbc:postgresql://h/db?targetServerType=preferSecondary => postgresql://h:5432/db?target_session_attrs=prefer-standby
      jdbc:postgresql://h/db?ssl=true => postgresql://h:5432/db?sslmode=verify-full
      jdbc:postgresql://h/db?ssl=true&sslmode=require => postgresql://h:5432/db?sslmode=require
      jdbc:postgresql://h/db?sslmode=require&ssl=true => postgresql://h:5432/db?sslmode=require
      jdbc:postgresql://h/db?ApplicationName=a&currentSchema=s => postgresql://h:5432/db application_name=a note=currentSchema
      r2dbc:postgresql://u:p@h/db => postgresql://u@h:5432/db password=p
      host=h dbname=db user=u password=p => postgresql://u@h:5432/db password=p
      dbname = 'my db' host = h => postgresql://h:5432/my%20db
      host=h password='it\\'s' dbname=db => postgresql://h:5432/db password=it's
      host=h password=a\\ b dbname=db => postgresql://h:5432/db password=a b
      host=h1,h2 port=1111,2222 dbname=db => postgresql://h1:1111,h2:2222/db
      host=h1,h2 port=1111 dbname=db => postgresql://h1:1111,h2:1111/db
      host=/tmp dbname=db => postgresql:///db?host=/tmp
      host=h dbname=db sslmode=verify-ca password='' => postgresql://h:5432/db?sslmode=verify-ca
      dbname=postgresql://u:p@h:6543/db sslmode=require => postgresql://u@h:6543/db?sslmode=require password=p
      sqlite:///app.db => file app.db
      sqlite:///data/app.db => file data/app.db
      sqlite:////var/lib/app.db => file /var/lib/app.db
      sqlite:///./app.db => file ./app.db
      sqlite:app.db => file app.db
      sqlite:/var/lib/app.db => file /var/lib/app.db
      sqlite://app.db => file app.db
      sqlite3:///app.db => file app.db
      SQLite:///app.db => file app.db
      sqlite+pysqlite:///app.db => file app.db
      sqlite+aiosqlite:////var/lib/app.db?timeout=5 => file /var/lib/app.db
      sqlite:///my%20app.db => file my app.db or my%20app.db
      sqlite:///100%.db => file 100%.db
      sqlite:///file:data/app.db?mode=ro&uri=true => file data/app.db
      sqlite:///C:/data/app.db => file C:/data/app.db
      sqlite:///C:\\data\\app.db => file C:\\data\\app.db
      jdbc:sqlite:app.db => file app.db
      jdbc:sqlite:/var/lib/app.db => file /var/lib/app.db
      jdbc:sqlite:C:/data/app.db => file C:/data/app.db
      jdbc:sqlite:my%20app.db => file my%20app.db
      jdbc:sqlite:app.db?cache=shared => file app.db
      jdbc:sqlite:file:app.db?mode=ro => file app.db
      file:app.db => file app.db
      file:/var/lib/app.db => file /var/lib/app.db
      file:///var/lib/app.db?mode=ro#x => file /var/lib/app.db
      file://localhost/var/lib/app.db => file /var/lib/app.db
      file:my%20app%3F.db => file my app?.db
      file:///C:/data/app.db => file C:/data/app.db
      app.db => file app.db
      ./app.db => file ./app.db
      /var/lib/app.db => file /var/lib/app.db
      C:\\data\\app.db => file C:\\data\\app.db
      C:/data/app.db => file C:/data/app.db
      \\\\server\\share\\app.db => file \\\\server\\share\\app.db
      my app?#%.db => file my app?#%.db
      año=1.db => file año=1.db
      x=1.db => file x=1.db
        app.db\t => file app.db
      """;

  /** Spelling, a wide arrow, why it is refused. */
  private static final String REFUSED =
      """
       => it is empty
      "postgresql://u:pl4nted@h/db" => it is wrapped in quotes
      mysql://u:pl4nted@h/db => unknown scheme "mysql"
      postgrsql://u:pl4nted@h/db => unknown scheme "postgrsql"
      mssql+pyodbc://u:pl4nted@h/db => unknown scheme "mssql"
      jdbc:mysql://h/db?password=pl4nted => unknown scheme "jdbc:mysql"
      jdbc:oracle:thin:@h:1521:pl4nted => unknown scheme "jdbc:oracle"
      libsql://h.turso.io?authToken=pl4nted => unknown scheme "libsql"
      postgresql:db => "postgresql:" must be followed by two slashes
      deploy:pl4nted@h/db => it has no scheme
      postgresql://h:port/db => its port is not a number
      postgresql://h:0/db => its port is not a number from 1 to 65535
      postgresql://h:65536/db => its port is not a number from 1 to 65535
      postgresql://h:123456/db => its port is not a number from 1 to 65535
      postgresql://h/db?port=pl4nted => its port is not a number from 1 to 65535
      postgresql://u:12/pl4nted@h/db => it is not clear where the password ends
      postgresql://u:12?pl4nted@h/db => it is not clear where the password ends
      postgresql://u:p@x/pl4nted@h/db => it is not clear where the password ends
      postgresql://u:p@x?pl4nted@h/db => it is not clear where the password ends
      postgresql://u:p@x?pl4nted=1@h/db => it is not clear where the password ends
      postgresql://u:pl4nted%@h/db => a percent sign in its password does not start an escape such as %40
      postgresql://u:pl4nted%zz@h/db => a percent sign in its password does not start an escape such as %40
      postgresql://u:pl4nted%00@h/db => a percent sign in its password does not start an escape such as %40
      postgresql://u:pl4nted%ff@h/db => a percent sign in its password does not start an escape such as %40
      postgresql://u%4@h/db => a percent sign in its user name does not start an escape such as %40
      postgresql://h/db%4 => a percent sign in its database name does not start an escape such as %40
      postgresql://::1/db => its host is not a name or an address
      postgresql://[::1/db => its host is not a name or an address
      postgresql://h/db?sslmode=requires => "requires" is not a value of sslmode
      postgresql://h/db?target_session_attrs=rw => "rw" is not a value of target_session_attrs
      postgresql://h/db?sslmod=require&password=pl4nted => unknown parameter "sslmod"
      postgresql://h1,h2,h3/db?port=1,2 => it has 3 hosts, but 2 values of port
      host=h1,h2 hostaddr=10.0.0.1 => it has 2 hosts, but 1 values of hostaddr
      host=h dbnme=db password=pl4nted => unknown parameter "dbnme"
      host=h password=hunt er2 => a parameter lacks its "="
      host=h password='pl4nted => a quoted value has no closing quote
      sqlite:// => an in-memory SQLite database exists only inside the process that made it
      sqlite:///:memory: => an in-memory SQLite database exists only inside the process that made it
      sqlite+aiosqlite:///:memory: => an in-memory SQLite database exists only inside the process that made it
      sqlite:///file:x?mode=memory&uri=true => an in-memory SQLite database exists only inside the process that made it
      jdbc:sqlite: => an in-memory SQLite database exists only inside the process that made it
      jdbc:sqlite::memory: => an in-memory SQLite database exists only inside the process that made it
      file::memory:?cache=shared => an in-memory SQLite database exists only inside the process that made it
      :memory: => an in-memory SQLite database exists only inside the process that made it
      jdbc:sqlite::resource:x.db => it names a file inside a Java archive
      file://fileserver/app.db => its file is on the host "fileserver"
      file:a%4 => a percent sign does not start an escape such as %20
      """;

  static Stream<String> understood() {
    return UNDERSTOOD.lines();
  }

  static Stream<String> refused() {
    return REFUSED.lines();
  }

  @ParameterizedTest
  @MethodSource("understood")
  void understands(String line) {
    String[] parts = line.split(" => ", 2);
    DatabaseUrl url = DatabaseUrl.parse(parts[0], "DATABASE_URL");
    assertThat(describe(url)).isEqualTo(parts[1]);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWithoutRepeatingWhatMayBeSecret(String line) {
    String[] parts = line.split(" => ", 2);
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class, () -> DatabaseUrl.parse(parts[0], "DATABASE_URL"));
    assertThat(thrown.problem().what()).isEqualTo("cannot read the database URL: " + parts[1]);
    assertThat(thrown.problem().where()).isEqualTo("the URL from DATABASE_URL");
    assertThat(thrown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(thrown.problem().toString()).doesNotContain("pl4nted");
  }

  @ParameterizedTest
  @MethodSource("understood")
  void printsNoSecretHoweverItIsPrinted(String line) {
    String spelling = line.split(" => ", 2)[0];
    DatabaseUrl url = DatabaseUrl.parse(spelling, "DATABASE_URL");
    if (url instanceof PostgresUrl postgres) {
      String printed = postgres + postgres.place() + postgres.servers() + postgres.settings();
      postgres.servers().stream()
          .map(server -> server.password().reveal())
          // A password of one letter is part of every text.
          .filter(password -> password.length() > 1)
          .forEach(password -> assertThat(printed).doesNotContain(password));
      assertThat(postgres.keyPassword().toString()).isIn("", "****");
    }
  }

  private static String describe(DatabaseUrl url) {
    return switch (url) {
      case SqliteUrl sqlite ->
          "file "
              + sqlite.path()
              + (sqlite.spelled().equals(sqlite.path()) ? "" : " or " + sqlite.spelled());
      case PostgresUrl postgres -> describe(postgres);
    };
  }

  private static String describe(PostgresUrl url) {
    StringBuilder text = new StringBuilder(url.masked());
    PostgresUrl.Server first = url.servers().getFirst();
    append(text, "hostaddr", first.address());
    append(text, "password", first.password().reveal());
    append(text, "key", url.keyPassword().reveal());
    new TreeMap<>(url.settings())
        .forEach(
            (name, value) -> {
              if (!name.matches("user|dbname|sslmode|target_session_attrs")) {
                append(text, name, value);
              }
            });
    url.notes().forEach(note -> append(text, "note", note.split("\"")[1]));
    return text.toString();
  }

  private static void append(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(' ').append(name).append('=').append(value);
    }
  }
}
