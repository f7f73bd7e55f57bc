package dev.dbpreflight.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Something that listens like a PostgreSQL server and then behaves as it was told to, to each of
 * its clients. When it has done so, it keeps the connection open and says nothing more.
 */
public final class HostileServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Manner manner;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

  /** What it does to a client. */
  public interface Manner {
    void meet(Talk talk) throws IOException;
  }

  public HostileServer(Manner manner) {
    this.manner = manner;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  public String url() {
    return "postgresql://app@localhost:" + listener.getLocalPort() + "/shop";
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        clients.add(client);
        Thread.ofPlatform().daemon().start(() -> meet(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void meet(Socket client) {
    try {
      Talk talk = new Talk(client);
      manner.meet(talk);
      talk.out.flush();
    } catch (IOException e) {
      // The client has gone, as it should.
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's side of a conversation. What it sends may be kept until it listens again. */
  public static final class Talk {
    private static final int TLS_REQUEST = 80877103;

    private final DataInputStream in;
    private final DataOutputStream out;

    Talk(Socket client) throws IOException {
      in = new DataInputStream(client.getInputStream());
      out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream(), 65536));
    }

    /** Hears the wish for TLS and answers: {@code S} for yes, {@code N} for no. */
    public Talk aboutTls(char answer) throws IOException {
      int length = in.readInt();
      if (in.readInt() != TLS_REQUEST) {
        throw new IllegalStateException("no wish for TLS");
      }
      in.skipNBytes(length - 2L * Integer.BYTES);
      out.write(answer);
      out.flush();
      return this;
    }

    /** Hears who wants to be let in, and does not answer yet. */
    public Talk greeted() throws IOException {
      aboutTls('N');
      in.skipNBytes(in.readInt() - Integer.BYTES);
      return this;
    }

    /** Lets anybody in. */
    public Talk letIn() throws IOException {
      greeted();
      message('R', new byte[4]);
      parameter("server_version", "18.0");
      parameter("server_encoding", "UTF8");
      parameter("client_encoding", "UTF8");
      parameter("standard_conforming_strings", "on");
      parameter("integer_datetimes", "on");
      parameter("DateStyle", "ISO, YMD");
      parameter("TimeZone", "UTC");
      message('K', new byte[8]);
      return ready();
    }

    /** Waits for the next query. */
    public Talk asked() throws IOException {
      out.flush();
      while (in.readByte() != 'Q') {
        in.skipNBytes(in.readInt() - Integer.BYTES);
      }
      in.skipNBytes(in.readInt() - Integer.BYTES);
      return this;
    }

    /** The end of an answer. */
    public Talk ready() throws IOException {
      message('Z', 'I');
      out.flush();
      return this;
    }

    public Talk parameter(String name, String value) throws IOException {
      return message('S', text(name + "\0" + value + "\0"));
    }

    /** With these fields, each a letter and a text. */
    public Talk notice(char type, String... fields) throws IOException {
      return message(type, text(String.join("\0", fields) + "\0\0"));
    }

    /** One column of text. */
    public Talk columns() throws IOException {
      return message(
          'T',
          concat(
              new byte[] {0, 1},
              text("x\0"),
              new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 25, -1, -1, -1, -1, -1, -1, 0, 0}));
    }

    public Talk row(byte[] value) throws IOException {
      header('D', Integer.BYTES + 2 + Integer.BYTES + value.length);
      out.writeShort(1);
      out.writeInt(value.length);
      out.write(value);
      return this;
    }

    /** With these bytes. */
    public Talk message(char type, int... content) throws IOException {
      byte[] bytes = new byte[content.length];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) content[at];
      }
      return message(type, bytes);
    }

    public Talk message(char type, byte[] content) throws IOException {
      header(type, Integer.BYTES + content.length);
      out.write(content);
      return this;
    }

    /** The beginning of a message, whose length may be a lie. */
    public Talk header(char type, int length) throws IOException {
      out.write(type);
      out.writeInt(length);
      return this;
    }

    public Talk bytes(byte... bytes) throws IOException {
      out.write(bytes);
      return this;
    }

    private static byte[] text(String text) {
      return text.getBytes(UTF_8);
    }

    private static byte[] concat(byte[]... parts) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (byte[] part : parts) {
        all.writeBytes(part);
      }
      return all.toByteArray();
    }
  }
}
