package dev.dbpreflight.connect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks just enough of the protocol to let nobody in: no TLS, then an error. */
final class RefusingServer implements AutoCloseable {
  private static final int TLS_REQUEST = 80877103;

  private final ServerSocket listener;
  private final AtomicInteger logins = new AtomicInteger();
  private volatile String state;
  private volatile String text;

  RefusingServer(String state, String text) throws IOException {
    this(0, state, text);
  }

  RefusingServer(int port, String state, String text) throws IOException {
    this.listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    says(state, text);
    Thread.ofPlatform().daemon().start(this::refuse);
  }

  /** From now on. */
  void says(String newState, String newText) {
    state = newState;
    text = newText;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** How many clients told it who they are. */
  int logins() {
    return logins.get();
  }

  private void refuse() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        DataInputStream input = new DataInputStream(socket.getInputStream());
        DataOutputStream output = new DataOutputStream(socket.getOutputStream());
        int length = input.readInt();
        if (length == 8 && input.readInt() == TLS_REQUEST) {
          output.write('N');
          length = input.readInt();
        }
        input.skipNBytes(length - 8);
        logins.incrementAndGet();
        String fields = "SFATAL\0VFATAL\0C" + state + "\0M" + text + "\0\0";
        byte[] error = fields.getBytes(StandardCharsets.UTF_8);
        output.write('E');
        output.writeInt(error.length + 4);
        output.write(error);
      } catch (IOException e) {
        // The client has gone, or this is closed.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
