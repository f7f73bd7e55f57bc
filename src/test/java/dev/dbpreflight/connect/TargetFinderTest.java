package dev.dbpreflight.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetFinderTest {
  @TempDir Path home;

  private TargetFinder finder(String... variables) {
    Map<String, String> environment = new java.util.HashMap<>();
    for (int at = 0; at < variables.length; at += 2) {
      environment.put(variables[at], variables[at + 1]);
    }
    return new TargetFinder(environment, home, home, "me");
  }

  private static PostgresUrl find(TargetFinder finder) {
    return (PostgresUrl) finder.find(Optional.empty());
  }

  private static PostgresUrl find(TargetFinder finder, String argument) {
    return (PostgresUrl) finder.find(Optional.of(argument));
  }

  private static String password(PostgresUrl url) {
    return url.servers().getFirst().password().reveal();
  }

  private void write(String name, String rights, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  @Test
  void prefersTheArgumentThenTheUrlVariableThenTheOthers() {
    TargetFinder finder =
        finder("DATABASE_URL", "postgresql://u@h/db", "PGHOST", "other", "PGDATABASE", "x");
    assertThat(find(finder, "postgresql://a@b/c").place())
        .isEqualTo("postgresql://a@b:5432/c  (from the command line)");
    assertThat(find(finder).place()).isEqualTo("postgresql://u@h:5432/db  (from DATABASE_URL)");
    assertThat(find(finder("PGHOST", "other", "PGDATABASE", "x")).place())
        .isEqualTo("postgresql://me@other:5432/x  (from PGHOST, PGDATABASE)");
  }

  @Test
  void saysThatNothingNamesADatabase() {
    for (TargetFinder finder :
        new TargetFinder[] {finder(), finder("DATABASE_URL", " "), finder("PGPASSWORD", "p")}) {
      ProblemException thrown =
          catchThrowableOfType(ProblemException.class, () -> finder.find(Optional.empty()));
      assertThat(thrown.problem().what())
          .isEqualTo("cannot tell which database to look at: no URL was given");
      assertThat(thrown.exitCode()).isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void findsSqliteFilesFromItsFolder() throws IOException {
    SqliteUrl url = (SqliteUrl) finder("DATABASE_URL", "sqlite:///app.db").find(Optional.empty());
    assertThat(url.file()).isEqualTo(home.resolve("app.db"));
    assertThat(url.missing()).isTrue();
    Files.createFile(home.resolve("app.db"));
    assertThat(url.missing()).isFalse();
    assertThat(url.place()).isEqualTo("app.db  (from DATABASE_URL)");
  }

  @Test
  void completesAUrlFromTheVariables() {
    PostgresUrl url =
        find(
            finder(
                "PGUSER",
                "u",
                "PGPASSWORD",
                "p",
                "PGPORT",
                "6543",
                "PGDATABASE",
                "db",
                "PGSSLMODE",
                "require",
                "PGAPPNAME",
                "deploy",
                "PGCONNECT_TIMEOUT",
                "3",
                "PGTARGETSESSIONATTRS",
                "primary",
                "PGHOSTADDR",
                "10.0.0.7"),
            "postgresql://h");
    assertThat(url.masked())
        .isEqualTo("postgresql://u@h:6543/db?sslmode=require&target_session_attrs=primary");
    assertThat(password(url)).isEqualTo("p");
    assertThat(url.setting("application_name")).isEqualTo("deploy");
    assertThat(url.setting("connect_timeout")).isEqualTo("3");
    assertThat(url.servers().getFirst().address()).isEmpty();
  }

  @Test
  void letsTheUrlSpeakFirst() {
    PostgresUrl url =
        find(
            finder("PGUSER", "x", "PGPASSWORD", "x", "PGDATABASE", "x", "PGSSLMODE", "disable"),
            "postgresql://u:p@h/db?sslmode=require");
    assertThat(url.masked()).isEqualTo("postgresql://u@h:5432/db?sslmode=require");
    assertThat(password(url)).isEqualTo("p");
  }

  @Test
  void connectsToThisMachineWhenNoHostIsNamed() {
    String host = find(finder("PGDATABASE", "db", "PGPORT", "1")).servers().getFirst().host();
    assertThat(host).isEqualTo("localhost");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://u@h/db, exact",
    "postgresql://u@h:6543/db, port",
    "postgresql://other@h/db, user:with\\colon",
    "postgresql://u@h/other, ''",
    "postgresql://u@elsewhere/db, ''",
    "postgresql://u@%2Fvar%2Frun%2Fpostgresql/local, local",
    "'host=a:b dbname=db user=u', escaped",
  })
  void takesThePasswordOfTheFirstLineThatFits(String spelling, String password) throws IOException {
    write(
        ".pgpass",
        "rw-------",
        """
        # h:5432:db:u:commented
        h:5432:db
        h:5432:db:u:exact
        h:5432:db:u:second
        h:6543:*:u:port
        *:*:db:other:user\\:with\\\\colon
        localhost:*:local:*:local
        a\\:b:*:*:*:escaped
        """);
    assertThat(password(find(finder(), spelling))).isEqualTo(password);
  }

  @Test
  void givesEveryServerItsOwnPassword() throws IOException {
    write(".pgpass", "rw-------", "h1:*:*:*:first\nh2:*:*:*:second\n");
    assertThat(find(finder(), "postgresql://u@h1,h2/db").servers())
        .extracting(server -> server.password().reveal())
        .containsExactly("first", "second");
  }

  @Test
  void doesNotUseAPasswordFileThatOthersMayRead() throws IOException {
    write(".pgpass", "rw-r--r--", "*:*:*:*:p\n");
    PostgresUrl url = find(finder(), "postgresql://u@h/db");
    assertThat(password(url)).isEmpty();
    assertThat(url.notes())
        .containsExactly(
            "password file \""
                + home.resolve(".pgpass")
                + "\" was not used: others may read it; run chmod 600 on it");
  }

  @Test
  void readsThePasswordFileThatIsNamed() throws IOException {
    write("secret/pass", "rw-------", "*:*:*:*:named\n");
    write(".pgpass", "rw-------", "*:*:*:*:usual\n");
    TargetFinder finder = finder("PGPASSFILE", home.resolve("secret/pass").toString());
    assertThat(password(find(finder, "postgresql://u@h/db"))).isEqualTo("named");
    assertThat(password(find(finder, "postgresql://u:own@h/db"))).isEqualTo("own");
  }

  @Test
  void readsAService() throws IOException {
    write(
        ".pg_service.conf",
        "rw-r--r--",
        """
        # ours
        [other]
        host=x
        [shop]
        host = db.internal
        port=6543
        dbname=shop
        user=deploy
        sslmode=verify-full
        [last]
        host=y
        """);
    PostgresUrl url = find(finder("PGSERVICE", "shop", "PGUSER", "x", "PGHOST", "x"));
    assertThat(url.place())
        .isEqualTo(
            "postgresql://deploy@db.internal:6543/shop?sslmode=verify-full"
                + "  (from PGHOST, PGUSER, PGSERVICE)");
    assertThat(find(finder(), "postgresql:///?service=shop").masked())
        .startsWith("postgresql://deploy@db.internal:6543/shop");
    assertThat(find(finder(), "service=shop dbname=db").masked())
        .startsWith("postgresql://deploy@db.internal:6543/db");
  }

  @Test
  void readsAServiceOfTheSystem() throws IOException {
    write("etc/pg_service.conf", "rw-r--r--", "[shop]\nhost=h\ndbname=db\nuser=u\n");
    TargetFinder finder = finder("PGSERVICE", "shop", "PGSYSCONFDIR", home.resolve("etc") + "");
    assertThat(find(finder).masked()).isEqualTo("postgresql://u@h:5432/db");
  }

  @Test
  void saysWhatIsWrongWithAService() throws IOException {
    write("services", "rw-r--r--", "[shop]\nhost=h\n\nfrobnicate\n");
    String file = home.resolve("services").toString();
    ProblemException absent =
        catchThrowableOfType(
            ProblemException.class, () -> find(finder("PGSERVICE", "nope", "PGSERVICEFILE", file)));
    assertThat(absent.problem().what())
        .isEqualTo("cannot find the definition of the connection service \"nope\"");
    assertThat(absent.problem().where()).isEqualTo(file);
    ProblemException broken =
        catchThrowableOfType(
            ProblemException.class, () -> find(finder("PGSERVICE", "shop", "PGSERVICEFILE", file)));
    assertThat(broken.problem().where()).isEqualTo(file + ":4");
  }

  @Test
  void takesTheUsualCertificatesWhenTheyAreThere() throws IOException {
    assertThat(find(finder(), "postgresql://u@h/db").setting("sslrootcert")).isEmpty();
    write(".postgresql/root.crt", "rw-r--r--", "");
    assertThat(find(finder(), "postgresql://u@h/db").setting("sslrootcert"))
        .isEqualTo(home.resolve(".postgresql/root.crt").toString());
    assertThat(find(finder("PGSSLROOTCERT", "x"), "postgresql://u@h/db").setting("sslrootcert"))
        .isEqualTo("x");
  }

  @Test
  void refusesAValueOfAVariableWithoutRepeatingThePassword() {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> find(finder("PGHOST", "h", "PGPASSWORD", "pl4nted", "PGSSLMODE", "requre")));
    assertThat(thrown.problem().what())
        .isEqualTo("cannot read the database URL: \"requre\" is not a value of sslmode");
    assertThat(thrown.problem().toString()).doesNotContain("pl4nted");
  }
}
