package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dbpreflight.conditions.Capacity;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Connections.Limit;
import dev.dbpreflight.conditions.ReplicationSlot;
import dev.dbpreflight.conditions.ServerMode;
import dev.dbpreflight.conditions.Standbys;
import dev.dbpreflight.conditions.Standbys.Standby;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.ConnectOptions;
import dev.dbpreflight.connect.Connector;
import dev.dbpreflight.connect.DatabaseUrl;
import dev.dbpreflight.connect.Deadline;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.OwnServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/** Settings, slots and standbys that no other test should meet. */
class CapacityOfOwnServerIT {

  static List<Integer> versions() {
    return Databases.oldestAndNewestVersion();
  }

  private static Conditions read(OwnServer server, String user) {
    try (Session session =
        Connector.open(
            DatabaseUrl.parse(server.url(user), "the test"),
            new ConnectOptions(Deadline.after(Duration.ofSeconds(60))))) {
      return CapacityIT.read(session);
    }
  }

  private static Capacity capacity(OwnServer server) {
    return read(server, "postgres").capacity().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aTinyIdleServerHasRoomAndReservedConnectionsAreNot(int major) {
    Map<String, String> settings =
        major >= 16
            ? Map.of("max_connections", "10", "reserved_connections", "2", "max_wal_senders", "2")
            : Map.of("max_connections", "10", "max_wal_senders", "2");
    try (OwnServer server = new OwnServer(major, settings)) {
      server.run("create role app login", "create role ops login");
      if (major >= 16) {
        server.run("grant pg_use_reserved_connections to ops");
      }

      assertThat(limits(server, "app"))
          .extracting(Limit::most)
          .containsExactly(major >= 16 ? 5L : 7L);
      assertThat(limits(server, "ops")).extracting(Limit::most).containsExactly(7L);
      assertThat(limits(server, "postgres")).extracting(Limit::most).containsExactly(10L);
      assertThat(limits(server, "app")).extracting(Limit::used).containsExactly(0L);
    }
  }

  private static List<Limit> limits(OwnServer server, String user) {
    return read(server, user).capacity().orElseThrow().connections().orElseThrow().limits();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void slotsAreReadWithWhatIsKeptForThem(int major) {
    try (OwnServer server = new OwnServer(major, Map.of("max_slot_wal_keep_size", "48MB"))) {
      server.run(
          "create table visits (day date)",
          "select pg_create_physical_replication_slot('kept', true)",
          "select pg_create_logical_replication_slot('logical', 'pgoutput')",
          "select pg_create_physical_replication_slot('never_used')",
          switches(1));

      assertThat(capacity(server).slots())
          .extracting(ReplicationSlot::name, ReplicationSlot::database, ReplicationSlot::isLost)
          .containsExactly(
              tuple("kept", "", false),
              tuple("logical", "postgres", false),
              tuple("never_used", "", false));
      assertThat(capacity(server).slots().getFirst().retained().bytes())
          .isBetween(1L << 20, 40L << 20);
      assertThat(capacity(server).slots().getLast().retained().bytes()).isZero();

      server.run(switches(6), "checkpoint");

      assertThat(capacity(server).slots())
          .extracting(ReplicationSlot::name, ReplicationSlot::isLost)
          .containsExactly(tuple("kept", true), tuple("logical", true), tuple("never_used", false));
    }
  }

  private static String switches(int files) {
    return """
    do $$ begin
      for files in 1..%d loop
        insert into visits values (current_date);
        perform pg_switch_wal();
      end loop;
    end $$
    """
        .formatted(files);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aSynchronousStandbyIsThereOrMissing(int major) throws SQLException {
    Map<String, String> settings =
        Map.of("synchronous_standby_names", "standby_1", "synchronous_commit", "on");
    try (OwnServer server = new OwnServer(major, settings)) {
      server.run(
          "create role app login",
          "create role hasty login",
          "alter role hasty set synchronous_commit = off");

      Standbys missing = capacity(server).standbys().orElseThrow();
      assertThat(missing).isEqualTo(new Standbys(List.of(), 0, "standby_1", 1));
      assertThat(missing.commitsHang()).isTrue();
      assertThat(read(server, "app").unread()).as("that there is none is seen").isEmpty();
      assertThat(standbys(server, "hasty").commitsHang()).as("it does not wait").isFalse();

      try (Connection standby = replication(server.port());
          PGReplicationStream stream = receive(standby)) {
        server.run("create table written (id integer)");
        Standbys there = eventually(server);

        assertThat(there.commitsHang()).isFalse();
        assertThat(there.all())
            .extracting(Standby::name, Standby::synchronous)
            .containsExactly(tuple("standby_1", true));
        assertThat(there.all().getFirst().behind().bytes()).isPositive();
        Conditions hidden = read(server, "app");
        assertThat(hidden.unread())
            .filteredOn(unread -> unread.topic() == Topic.STANDBYS)
            .extracting(Unread::remedy)
            .containsExactly("GRANT pg_read_all_stats TO app");
        assertThat(hidden.capacity().orElseThrow().standbys().orElseThrow())
            .isEqualTo(new Standbys(List.of(), 1, "standby_1", 1));
        assertThat(stream.isClosed()).isFalse();
      }
    }
  }

  private static Standbys standbys(OwnServer server, String user) {
    return read(server, user).capacity().orElseThrow().standbys().orElseThrow();
  }

  /** It takes a moment until the server counts a standby. */
  private static Standbys eventually(OwnServer server) {
    Standbys seen = standbys(server, "postgres");
    for (int attempt = 0; attempt < 100 && seen.commitsHang(); attempt++) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      seen = standbys(server, "postgres");
    }
    return seen;
  }

  private static Connection replication(int port) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("replication", "true");
    properties.setProperty("preferQueryMode", "simple");
    properties.setProperty("assumeMinServerVersion", "14");
    properties.setProperty("ApplicationName", "standby_1");
    return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/", properties);
  }

  /** Receives from the present end of the log, and says once that it has written that. */
  private static PGReplicationStream receive(Connection standby) throws SQLException {
    LogSequenceNumber now;
    try (var statement = standby.createStatement();
        var rows = statement.executeQuery("IDENTIFY_SYSTEM")) {
      rows.next();
      now = LogSequenceNumber.valueOf(rows.getString("xlogpos"));
    }
    PGReplicationStream stream =
        standby
            .unwrap(PGConnection.class)
            .getReplicationAPI()
            .replicationStream()
            .physical()
            .withStartPosition(now)
            .start();
    stream.setFlushedLSN(now);
    stream.setAppliedLSN(now);
    stream.forceUpdateStatus();
    return stream;
  }

  @ParameterizedTest
  @MethodSource("versions")
  void anArchiverFailsUntilItSucceeds(int major, @TempDir Path folder) throws IOException {
    // Does nothing, once it is there. The server is somebody else, who may not look into the
    // folder.
    Path command = folder.resolveSibling(folder.getFileName() + ".sh");
    Map<String, String> settings =
        Map.of("archive_mode", "on", "archive_command", command.toString());
    Files.writeString(command, "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (OwnServer server = new OwnServer(major, settings)) {
      server.run("create role app login", "create table visits (day date)", switches(1));
      Capacity seen = read(server, "app").capacity().orElseThrow();
      for (int attempt = 0; attempt < 100 && !seen.archiver().orElseThrow().failing(); attempt++) {
        server.run("select pg_sleep(0.2)");
        seen = read(server, "app").capacity().orElseThrow();
      }

      assertThat(seen.archiver().orElseThrow().failing()).isTrue();
      assertThat(seen.archiver().orElseThrow().lastFailed()).matches("[0-9A-F]{24}");

      Files.writeString(command, "#!/bin/sh\nexit 0\n");
      for (int attempt = 0; attempt < 100 && seen.archiver().orElseThrow().failing(); attempt++) {
        // After three failures it sleeps for a minute, unless another file is there.
        server.run(switches(1), "select pg_sleep(0.2)");
        seen = read(server, "app").capacity().orElseThrow();
      }
      assertThat(seen.archiver().orElseThrow().failing()).as("it has caught up").isFalse();
    } finally {
      Files.deleteIfExists(command);
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aStandbyAnswersToo(int major) {
    try (OwnServer server = new OwnServer(major, Map.of("synchronous_standby_names", "nobody"))) {
      server.run(
          "create table visits (day date)",
          "insert into visits values (current_date)",
          "select pg_create_physical_replication_slot('kept', true)",
          "vacuum analyze visits");
      server.becomeStandby();

      Conditions read = read(server, "postgres");

      assertThat(read.unread()).isEmpty();
      assertThat(read.server()).map(ServerMode::inRecovery).contains(true);
      Capacity capacity = read.capacity().orElseThrow();
      assertThat(capacity.standbys().orElseThrow().commitsHang()).as("nobody commits").isFalse();
      assertThat(capacity.slots()).extracting(ReplicationSlot::name).containsExactly("kept");
      assertThat(capacity.oldest().orElseThrow().ids()).isPositive();
      assertThat(capacity.database()).isPresent();
      assertThat(capacity.tables()).hasSize(1);
    }
  }
}
