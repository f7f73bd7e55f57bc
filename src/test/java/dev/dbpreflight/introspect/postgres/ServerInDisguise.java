package dev.dbpreflight.introspect.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before a PostgreSQL and says that it is version 15, so that a {@code pg_dump} of that
 * version dumps it. Where a catalog has changed since, the dump's queries are changed on their way;
 * what came later than 15 is not in the dump.
 */
final class ServerInDisguise implements AutoCloseable {
  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;

  /** What the queries of pg_dump 15 say, and what servers of 17 and 18 want to hear. */
  private static final Map<String, String> SINCE_17 =
      Map.of(
          "colliculocale", "colllocale AS colliculocale",
          "a.attstattarget,", "COALESCE(a.attstattarget, -1) AS attstattarget,",
          "stxstattarget ", "COALESCE(stxstattarget, -1) AS stxstattarget ",
          "WHERE contypid = $1", "WHERE contypid = $1 AND contype = 'c'");

  private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final int port;
  private final Map<String, String> changes;

  ServerInDisguise(int major, int port) throws IOException {
    this.port = port;
    this.changes = major >= 17 ? SINCE_17 : Map.of();
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.addAll(List.of(client, server));
        begin(client, server);
        Thread.ofPlatform().daemon().start(() -> pump(client, server));
        Thread.ofPlatform().daemon().start(() -> pump(server, client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  /** Refuses encryption, passes the one message on that has no type. */
  private static void begin(Socket client, Socket server) throws IOException {
    DataInputStream input = new DataInputStream(client.getInputStream());
    while (true) {
      byte[] body = input.readNBytes(input.readInt() - Integer.BYTES);
      int code = new DataInputStream(new ByteArrayInputStream(body)).readInt();
      if (code != SSL_REQUEST && code != GSS_REQUEST) {
        DataOutputStream output = new DataOutputStream(server.getOutputStream());
        output.writeInt(body.length + Integer.BYTES);
        output.write(body);
        output.flush();
        return;
      }
      client.getOutputStream().write('N');
    }
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      to.setTcpNoDelay(true);
      DataInputStream input = new DataInputStream(new BufferedInputStream(from.getInputStream()));
      DataOutputStream output =
          new DataOutputStream(new BufferedOutputStream(to.getOutputStream()));
      for (int type = input.read(); type >= 0; type = input.read()) {
        byte[] body = disguised(type, input.readNBytes(input.readInt() - Integer.BYTES));
        output.write(type);
        output.writeInt(body.length + Integer.BYTES);
        output.write(body);
        if (input.available() == 0) {
          output.flush();
        }
      }
    } catch (IOException e) {
      // One side has gone.
    }
  }

  /** Servers send "S" for a parameter; clients send "Q" and "P" with a query. */
  private byte[] disguised(int type, byte[] body) {
    String text = new String(body, UTF_8);
    if (type == 'S' && text.startsWith("server_version\0")) {
      return "server_version\00015.99\0".getBytes(UTF_8);
    }
    if (type != 'Q' && type != 'P') {
      return body;
    }
    for (Map.Entry<String, String> change : changes.entrySet()) {
      text = text.replace(change.getKey(), change.getValue());
    }
    return text.getBytes(UTF_8);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
