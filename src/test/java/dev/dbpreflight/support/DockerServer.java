package dev.dbpreflight.support;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL in a container of the image {@code postgres:NN}. */
final class DockerServer {
  private static final String PASSWORD = "secret-of-the-tests";

  private DockerServer() {}

  static boolean answers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  // Closed by Testcontainers when the JVM ends, or by the hook if its own helper is turned off.
  @SuppressWarnings("resource")
  static PostgresServer start(int major) {
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse("postgres:" + major))
            .withUsername("postgres")
            .withPassword(PASSWORD)
            .withDatabaseName("postgres")
            .withCommand(
                "postgres -c fsync=off -c full_page_writes=off -c autovacuum=off -c timezone=UTC -c"
                    + " wal_level=logical -c max_locks_per_transaction=512 -c"
                    + " max_prepared_transactions=5");
    container.start();
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    return new PostgresServer(
        major, container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), PASSWORD);
  }
}
