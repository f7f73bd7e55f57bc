package dev.dbpreflight.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before a PostgreSQL as PgBouncer does: tells its clients a process and a key of its own,
 * because it knows only later which server process will work for them.
 */
public final class PoolerInTheWay implements AutoCloseable {
  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;
  private static final int OWN_PROCESS = 1_048_577_001;

  private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final int server;

  public PoolerInTheWay(int server) throws IOException {
    this.server = server;
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        sockets.addAll(List.of(client, behind));
        begin(client, behind);
        Thread.ofPlatform().daemon().start(() -> pump(client, behind));
        Thread.ofPlatform().daemon().start(() -> pump(behind, client));
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
        return;
      }
      client.getOutputStream().write('N');
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      DataInputStream input = new DataInputStream(new BufferedInputStream(from.getInputStream()));
      DataOutputStream output = new DataOutputStream(to.getOutputStream());
      for (int type = input.read(); type >= 0; type = input.read()) {
        byte[] body = input.readNBytes(input.readInt() - Integer.BYTES);
        output.write(type);
        output.writeInt(body.length + Integer.BYTES);
        // "K" is the key: the process, then the secret. Clients send no message of that type.
        int kept = type == 'K' ? Integer.BYTES : 0;
        if (kept > 0) {
          output.writeInt(OWN_PROCESS);
        }
        output.write(body, kept, body.length - kept);
      }
    } catch (IOException e) {
      // One side has gone.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
