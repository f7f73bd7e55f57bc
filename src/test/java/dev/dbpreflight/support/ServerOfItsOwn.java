package dev.dbpreflight.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL for one test, with settings that other tests could not bear. */
public final class ServerOfItsOwn implements AutoCloseable {
  private final EmbeddedPostgres embedded;
  private final PostgresServer server;

  public ServerOfItsOwn(int major, Map<String, String> settings) throws IOException {
    Path log = Path.of("target/server-of-its-own-" + major + ".log");
    Files.deleteIfExists(log);
    EmbeddedPostgres.Builder builder =
        EmbeddedServer.builder(EmbeddedServer.jar(major), EmbeddedServer.newFolder(major), log);
    settings.forEach(builder::setServerConfig);
    embedded = builder.start();
    server = new PostgresServer(major, embedded.getPort(), "");
  }

  public PostgresServer server() {
    return server;
  }

  @Override
  public void close() throws IOException {
    embedded.close();
  }
}
