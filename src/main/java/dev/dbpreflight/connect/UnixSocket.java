package dev.dbpreflight.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A connected Unix socket that looks like a network socket to a driver. Read timeouts hold, which a
 * blocking channel would not offer: the channel does not block, a selector waits.
 */
final class UnixSocket extends Socket {
  private final SocketChannel channel;
  private final Selector readable;
  private final Selector writable;
  private volatile int timeout;

  UnixSocket(UnixDomainSocketAddress address) throws IOException {
    channel = SocketChannel.open(address);
    channel.configureBlocking(false);
    readable = Selector.open();
    writable = Selector.open();
    channel.register(readable, SelectionKey.OP_READ);
    channel.register(writable, SelectionKey.OP_WRITE);
  }

  @Override
  public void connect(SocketAddress endpoint, int connectTimeout) throws SocketException {
    throw new SocketException("already connected");
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public synchronized void setSoTimeout(int milliseconds) {
    timeout = milliseconds;
  }

  @Override
  public synchronized int getSoTimeout() {
    return timeout;
  }

  @Override
  public void setTcpNoDelay(boolean on) {
    // Has no meaning for a Unix socket.
  }

  @Override
  public void setKeepAlive(boolean on) {
    // Has no meaning for a Unix socket.
  }

  @Override
  public synchronized void close() throws IOException {
    channel.close();
    readable.close();
    writable.close();
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return UnixSocket.this.read(ByteBuffer.wrap(bytes, offset, length));
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        UnixSocket.this.write(ByteBuffer.wrap(bytes, offset, length));
      }
    };
  }

  private int read(ByteBuffer buffer) throws IOException {
    try {
      int count = channel.read(buffer);
      while (count == 0 && buffer.hasRemaining()) {
        await(readable);
        count = channel.read(buffer);
      }
      return count;
    } catch (ClosedChannelException | ClosedSelectorException e) {
      throw closed();
    }
  }

  private void write(ByteBuffer buffer) throws IOException {
    try {
      while (buffer.hasRemaining()) {
        if (channel.write(buffer) == 0) {
          await(writable);
        }
      }
    } catch (ClosedChannelException | ClosedSelectorException e) {
      throw closed();
    }
  }

  private void await(Selector selector) throws IOException {
    selector.select(timeout);
    if (!selector.isOpen()) {
      throw closed();
    }
    if (selector.selectedKeys().isEmpty()) {
      throw new SocketTimeoutException("Read timed out");
    }
    selector.selectedKeys().clear();
  }

  private static SocketException closed() {
    return new SocketException("Socket closed");
  }
}
