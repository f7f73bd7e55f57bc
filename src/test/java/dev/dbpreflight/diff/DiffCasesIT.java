package dev.dbpreflight.diff;

import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.introspect.postgres.PostgresIntrospector;
import dev.dbpreflight.introspect.sqlite.SqliteIntrospector;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.snapshot.Snapshot;
import dev.dbpreflight.snapshot.SnapshotWriter;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.Golden;
import dev.dbpreflight.support.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The snapshots of the cases are what the engine makes of the SQL beside them. The first line of
 * each SQL file names the engine: "-- SQLite" or "-- PostgreSQL 17".
 */
class DiffCasesIT {
  private static final String POSTGRES = "-- PostgreSQL ";

  @TempDir private Path files;

  @TestFactory
  Stream<DynamicTest> snapshotsAreWhatTheEngineMakesOfTheSql() {
    return DiffCases.all().stream()
        .flatMap(folder -> Stream.of(folder.resolve("before"), folder.resolve("after")))
        .map(
            side ->
                DynamicTest.dynamicTest(
                    DiffCases.FOLDER.relativize(side).toString(), () -> check(side)));
  }

  private void check(Path side) throws IOException {
    String sql = Files.readString(side.resolveSibling(side.getFileName() + ".sql"));
    Path json = side.resolveSibling(side.getFileName() + ".json");
    String engine = sql.lines().findFirst().orElseThrow();
    if (engine.startsWith(POSTGRES)) {
      int major = Integer.parseInt(engine.substring(POSTGRES.length()));
      Assumptions.assumeTrue(Databases.versions().contains(major), "not in this run: " + engine);
      Golden.check(json, json(postgres(Databases.postgres(major), sql), major, 0));
    } else {
      Golden.check(json, json(sqlite(sql), 3, 50));
    }
  }

  private static SchemaModel postgres(PostgresServer server, String sql) {
    String database = server.createDatabase(sql);
    try (Session session = open(server.url(database))) {
      return new PostgresIntrospector().schema(session);
    }
  }

  private SchemaModel sqlite(String sql) {
    try (Session session = open("sqlite:///" + Databases.sqlite(files, sql))) {
      return new SqliteIntrospector().schema(session);
    }
  }

  private static Session open(String url) {
    ConnectOptions options = new ConnectOptions(Deadline.after(ConnectOptions.DEFAULT_TIMEOUT));
    return Connector.open(DatabaseUrl.parse(url, "a test"), options);
  }

  /** With a version that does not depend on which build of a server is at hand. */
  private static String json(SchemaModel model, int major, int minor) throws IOException {
    ServerVersion version = new ServerVersion(major, minor, major + "." + minor);
    SchemaModel pinned =
        new SchemaModel(model.engine(), version, model.objects(), model.unsupported());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SnapshotWriter.write(new Snapshot(pinned, "", "dbpreflight"), bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
