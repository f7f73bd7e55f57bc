package dev.dbpreflight.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port where no connection is accepted or refused, as behind a firewall that drops packets: its
 * queue is full and nobody empties it. Only on {@code 127.0.0.1}.
 */
public final class BlackHole implements AutoCloseable {
  private static final int FULL_AFTER_MILLIS = 300;

  private final ServerSocket listener;
  private final List<Socket> waiting = new ArrayList<>();

  public BlackHole() {
    try {
      listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      while (fill()) {
        // Until there is no more room.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean fill() throws IOException {
    Socket socket = new Socket();
    waiting.add(socket);
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), FULL_AFTER_MILLIS);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    try {
      for (Socket socket : waiting) {
        socket.close();
      }
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
