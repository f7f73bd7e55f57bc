package dev.dbpreflight.connect;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.SocketFactory;

/**
 * Hands the PostgreSQL driver sockets that are connected already: to one address of a host, so that
 * all of them can be tried while TLS still checks the host's name, or to a Unix socket, which the
 * driver does not know. Public only because the driver makes it from its name.
 */
public final class AddressSocketFactory extends SocketFactory {
  private final String target;

  /** Connecting took longer than allowed; told apart from a server that is connected and silent. */
  static final class NoAnswer extends ConnectException {
    private static final long serialVersionUID = 1L;

    NoAnswer(String message) {
      super(message);
    }
  }

  /**
   * @param target milliseconds, then a socket file, or a port and an address: all after a space
   */
  public AddressSocketFactory(String target) {
    this.target = target;
  }

  static String target(Duration timeout, Path socketFile) {
    return Deadline.millis(timeout) + " " + socketFile;
  }

  static String target(Duration timeout, InetAddress address, int port) {
    return Deadline.millis(timeout) + " " + port + " " + address.getHostAddress();
  }

  @Override
  public Socket createSocket() throws IOException {
    String[] parts = target.split(" ", 2);
    int timeout = Integer.parseInt(parts[0]);
    if (parts[1].startsWith("/")) {
      return new UnixSocket(UnixDomainSocketAddress.of(parts[1]));
    }
    String[] place = parts[1].split(" ", 2);
    InetAddress address = InetAddress.getByName(place[1]);
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address, Integer.parseInt(place[0])), timeout);
      return socket;
    } catch (SocketTimeoutException e) {
      socket.close();
      throw new NoAnswer(e.getMessage());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return createSocket();
  }
}
