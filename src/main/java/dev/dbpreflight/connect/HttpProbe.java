package dev.dbpreflight.connect;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks an address once with GET and reads at most {@value #BODY_BYTES} bytes of what it says. No
 * proxy is used, nothing is kept open, and the headers that a user gave are sent to the host of the
 * address and to no other that it may redirect to.
 */
public final class HttpProbe {
  /** The bytes of a body that are read. */
  public static final int BODY_BYTES = 1_000_000;

  private static final int REDIRECTS = 5;
  private static final int TEMPORARY_REDIRECT = 307;
  private static final int PERMANENT_REDIRECT = 308;

  private final Deadline deadline;

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * An answer.
     *
     * @param body as text; only its beginning where {@code cut}
     * @param cut there is more than was read
     */
    record Reply(int status, String body, boolean cut) implements Outcome {}

    /**
     * No answer that could be looked at.
     *
     * @param reason what the address did: "does not answer within 2 s"
     * @param remedy one action
     */
    record NoReply(String reason, String remedy) implements Outcome {}
  }

  /** Ends a conversation; the reason is what the address did. */
  private static final class Ended extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome.NoReply outcome;

    Ended(String reason, String remedy) {
      super(reason);
      this.outcome = new Outcome.NoReply(reason, remedy);
    }
  }

  /**
   * @param deadline of the whole run
   */
  public HttpProbe(Deadline deadline) {
    this.deadline = deadline;
  }

  /**
   * Asks.
   *
   * @param address http or https; a user and password in it are sent as basic authentication
   * @param headers of the request
   * @param limit for connecting, every redirect and reading together, within the deadline
   */
  public Outcome get(String address, Map<String, String> headers, Duration limit) {
    Duration time = deadline.atMost(limit);
    AtomicReference<HttpURLConnection> current = new AtomicReference<>();
    try {
      // A host's name may take for ever to be looked up, and no timeout of the connection covers a
      // server that sends a byte now and then.
      return Bounded.call(time, () -> follow(uri(address), headers, time, current), late -> {});
    } catch (TimeoutException slow) {
      HttpURLConnection connection = current.get();
      if (connection != null) {
        Thread.ofPlatform().daemon().name("disconnect").start(connection::disconnect);
      }
      return new Outcome.NoReply(
          "does not answer within " + Deadline.spoken(time),
          "look whether the application is up and how long it takes to answer");
    } catch (Ended ended) {
      return ended.outcome;
    } catch (Exception broken) {
      return HttpProblems.noReply(broken);
    }
  }

  private static Outcome follow(
      URI first,
      Map<String, String> headers,
      Duration time,
      AtomicReference<HttpURLConnection> current)
      throws IOException, Ended {
    URI place = first;
    for (int redirect = 0; redirect <= REDIRECTS; redirect++) {
      boolean home = origin(place).equals(origin(first));
      HttpURLConnection connection = open(place, home ? headers : Map.of(), time);
      current.set(connection);
      try {
        int status = connection.getResponseCode();
        if (status < 0) {
          throw new Ended("does not speak HTTP", "check the port of the address");
        }
        if (!isRedirect(status) || connection.getHeaderField("Location") == null) {
          return reply(connection, status);
        }
        place = target(place, connection.getHeaderField("Location"));
      } finally {
        connection.disconnect();
      }
    }
    throw new Ended(
        "redirects more than " + REDIRECTS + " times, at last to " + origin(place),
        "give the address that answers by itself");
  }

  private static HttpURLConnection open(URI place, Map<String, String> headers, Duration time)
      throws IOException, Ended {
    HttpURLConnection connection =
        (HttpURLConnection) bare(place).toURL().openConnection(Proxy.NO_PROXY);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    // A little longer than anybody waits: only so that no thread is left behind for ever.
    int patience = Deadline.millis(time.plusSeconds(1));
    connection.setConnectTimeout(patience);
    connection.setReadTimeout(patience);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("User-Agent", "dbpreflight");
    all.put("Accept", "*/*");
    all.put("Connection", "close");
    // Also an address that a server redirects to may bring a user; it is the server's own.
    if (place.getUserInfo() != null) {
      byte[] user = place.getUserInfo().getBytes(StandardCharsets.UTF_8);
      all.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
    }
    all.putAll(headers);
    try {
      all.forEach(connection::setRequestProperty);
    } catch (IllegalArgumentException lineBreak) {
      throw new Ended(
          "is not asked: a header has a line break or a character that none may have",
          "correct the headers of the check");
    }
    return connection;
  }

  private static Outcome reply(HttpURLConnection connection, int status) throws IOException {
    InputStream stream =
        status < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream();
    if (stream == null) {
      return new Outcome.Reply(status, "", false);
    }
    byte[] bytes = stream.readNBytes(BODY_BYTES + 1);
    boolean cut = bytes.length > BODY_BYTES;
    String body = new String(bytes, 0, Math.min(bytes.length, BODY_BYTES), charset(connection));
    return new Outcome.Reply(status, body, cut);
  }

  private static Charset charset(HttpURLConnection connection) {
    String type = "" + connection.getContentType();
    String name = type.replaceFirst("(?is).*;\\s*charset=\"?([^\";\\s]+).*", "$1");
    try {
      return name.equals(type) ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case HttpURLConnection.HTTP_MOVED_PERM,
          HttpURLConnection.HTTP_MOVED_TEMP,
          HttpURLConnection.HTTP_SEE_OTHER,
          TEMPORARY_REDIRECT,
          PERMANENT_REDIRECT ->
          true;
      default -> false;
    };
  }

  /** Never with the text in a message: it may hold a password. */
  private static URI uri(String address) throws Ended {
    try {
      return required(new URI(address.strip()));
    } catch (URISyntaxException broken) {
      throw new Ended("is not an address", "write it as http://host:port/path, spaces as %20");
    }
  }

  private static URI target(URI from, String location) throws Ended {
    try {
      return required(from.resolve(new URI(location.strip())));
    } catch (URISyntaxException broken) {
      throw new Ended("redirects to something that is no address", "mend the redirect");
    }
  }

  private static URI required(URI uri) throws Ended {
    String scheme = ("" + uri.getScheme()).toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new Ended(
          "leads to something that is neither http nor https", "give an address of the web");
    }
    return uri;
  }

  /** Without user and fragment, which are nothing for the request line. */
  private static URI bare(URI uri) throws Ended {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return uri(uri.getScheme() + "://" + uri.getHost() + port + path + query);
  }

  private static String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }
}
