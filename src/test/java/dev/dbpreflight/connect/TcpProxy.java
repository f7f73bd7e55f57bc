package dev.dbpreflight.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server and counts how often the talk turns from client to server.
 */
final class TcpProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger turns = new AtomicInteger();
  private volatile boolean clientSpoke;
  private volatile boolean swallowing;
  private volatile boolean dripping;

  private TcpProxy(String host, int port) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.host = host;
    this.port = port;
  }

  static TcpProxy to(String host, int port) throws IOException {
    TcpProxy proxy = new TcpProxy(host, port);
    Thread.ofPlatform().daemon().start(proxy::accept);
    return proxy;
  }

  String url(String database) {
    return "postgresql://postgres@localhost:" + listener.getLocalPort() + "/" + database;
  }

  /** How often the server was spoken to after it had answered. */
  int turns() {
    return turns.get();
  }

  /** From now on the server's answers get lost. */
  void swallow() {
    swallowing = true;
  }

  /** From now on the server's answers come a byte at a time, and slowly. */
  void drip() {
    dripping = true;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(host, port);
        sockets.add(client);
        sockets.add(server);
        Thread.ofPlatform().daemon().start(() -> pump(client, server, true));
        Thread.ofPlatform().daemon().start(() -> pump(server, client, false));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void pump(Socket from, Socket to, boolean fromClient) {
    try (from;
        to) {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      byte[] buffer = new byte[65536];
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        note(fromClient);
        if (!fromClient && dripping) {
          drip(output, buffer, count);
        } else if (fromClient || !swallowing) {
          output.write(buffer, 0, count);
        }
      }
    } catch (IOException e) {
      // One side has gone.
    }
  }

  private static void drip(OutputStream output, byte[] buffer, int count) throws IOException {
    for (int at = 0; at < count; at++) {
      output.write(buffer[at]);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private synchronized void note(boolean fromClient) {
    if (fromClient && !clientSpoke) {
      turns.incrementAndGet();
    }
    clientSpoke = fromClient;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
