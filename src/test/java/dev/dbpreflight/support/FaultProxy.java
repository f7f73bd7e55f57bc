package dev.dbpreflight.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bad network: stands between a client and a real server, counts how often the talk turns from
 * client to server, delays what they say, and does a {@link Fault} to what the server says.
 */
public final class FaultProxy implements AutoCloseable {
  private static final Duration DRIP = Duration.ofMillis(50);

  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicLong answered = new AtomicLong();
  private final Map<Integer, Runnable> events = new ConcurrentHashMap<>();
  private volatile Duration delay = Duration.ZERO;
  private volatile Fault fault = Fault.NONE;
  private volatile boolean clientSpoke;

  private FaultProxy(String host, int port) {
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.host = host;
    this.port = port;
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public static FaultProxy to(String host, int port) {
    return new FaultProxy(host, port);
  }

  public static FaultProxy to(PostgresServer server) {
    return to(server.host(), server.port());
  }

  /** For the superuser. */
  public String url(String database) {
    return "postgresql://postgres@localhost:" + listener.getLocalPort() + "/" + database;
  }

  /** How often the server was spoken to after it had answered. */
  public int turns() {
    return turns.get();
  }

  /** How many bytes the server has sent. */
  public long answeredBytes() {
    return answered.get();
  }

  /** From now on this happens, on connections that are open too: the counting begins now. */
  public FaultProxy with(Fault next) {
    fault = next;
    return this;
  }

  /** From now on each way takes so long. */
  public FaultProxy delaying(Duration eachWay) {
    delay = eachWay;
    return this;
  }

  /** Before the server is spoken to for that time, which waits until the event is over. */
  public FaultProxy before(int turn, Runnable event) {
    events.put(turn, event);
    return this;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        sockets.add(client);
        join(client);
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void join(Socket client) throws IOException {
    try {
      Socket server = new Socket(host, port);
      sockets.add(server);
      Thread.ofPlatform().daemon().start(() -> pump(client, server, this::toServer));
      Thread.ofPlatform().daemon().start(() -> pump(server, client, new ToClient(client)));
    } catch (IOException e) {
      client.close(); // Nobody listens behind it.
    }
  }

  /** Passes on what one side said, or does not. */
  private interface Passing {
    void pass(byte[] bytes, OutputStream output) throws IOException;
  }

  private void pump(Socket from, Socket to, Passing passing) {
    try (from;
        to;
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor()) {
      InputStream input = from.getInputStream();
      OutputStream output = to.getOutputStream();
      byte[] buffer = new byte[65536];
      for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
        byte[] bytes = Arrays.copyOf(buffer, count);
        if (delay.isZero()) {
          passing.pass(bytes, output);
        } else {
          later.schedule(
              () -> passLate(passing, bytes, output), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (IOException e) {
      // One side has gone.
    }
  }

  private static void passLate(Passing passing, byte[] bytes, OutputStream output) {
    try {
      passing.pass(bytes, output);
    } catch (IOException e) {
      // One side has gone, which the other thread sees too.
    }
  }

  private void toServer(byte[] bytes, OutputStream output) throws IOException {
    int turn = turnBegun();
    Runnable event = events.remove(turn);
    if (event != null) {
      event.run();
    }
    output.write(bytes);
  }

  private synchronized int turnBegun() {
    int turn = clientSpoke ? turns.get() : turns.incrementAndGet();
    clientSpoke = true;
    return turn;
  }

  private synchronized void serverSpoke() {
    clientSpoke = false;
  }

  /** The way back, where things go wrong. */
  private final class ToClient implements Passing {
    private final Socket client;
    private Fault current = fault;
    private Fault.Gate gate = current.gate();

    ToClient(Socket client) {
      this.client = client;
    }

    @Override
    public void pass(byte[] bytes, OutputStream output) throws IOException {
      serverSpoke();
      answered.addAndGet(bytes.length);
      if (current != fault) {
        current = fault;
        gate = current.gate();
      }
      int passing = gate.passing(bytes, bytes.length);
      output.write(bytes, 0, passing);
      if (passing < bytes.length) {
        strike(Arrays.copyOfRange(bytes, passing, bytes.length), output);
      }
    }

    private void strike(byte[] rest, OutputStream output) throws IOException {
      switch (current.effect()) {
        case RESET -> {
          client.setSoLinger(true, 0);
          client.close();
        }
        case END -> client.close();
        case HALF_CLOSED -> {
          if (!client.isOutputShutdown()) {
            client.shutdownOutput();
          }
        }
        case SILENCE -> {}
        case DRIP -> drip(rest, output);
      }
    }
  }

  private static void drip(byte[] bytes, OutputStream output) throws IOException {
    for (byte next : bytes) {
      output.write(next);
      try {
        Thread.sleep(DRIP);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
