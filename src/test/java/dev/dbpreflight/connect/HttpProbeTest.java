package dev.dbpreflight.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.dbpreflight.connect.HttpProbe.Outcome;
import dev.dbpreflight.connect.HttpProbe.Outcome.NoReply;
import dev.dbpreflight.connect.HttpProbe.Outcome.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications of every kind, behind real sockets. */
class HttpProbeTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer pl4nted");

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private HttpServer elsewhere;

  @BeforeEach
  void start() throws IOException {
    server = listen();
    elsewhere = listen();
  }

  private HttpServer listen() throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    made.setExecutor(threads);
    made.start();
    return made;
  }

  @AfterEach
  void stop() {
    server.stop(0);
    elsewhere.stop(0);
    threads.shutdownNow();
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private static String on(HttpServer server, String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            answer.to(exchange);
          }
        });
    return url(server, path);
  }

  private static String url(HttpServer server, String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  private static Answer sends(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  private Answer redirects(String to) {
    return exchange -> {
      note(exchange);
      exchange.getResponseHeaders().add("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private void note(HttpExchange exchange) {
    seen.add(
        exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
  }

  private static Outcome get(String url, Map<String, String> headers, Duration limit) {
    return new HttpProbe(Deadline.after(Duration.ofSeconds(60))).get(url, headers, limit);
  }

  private static Outcome get(String url) {
    return get(url, Map.of(), LONG);
  }

  private static String reason(Outcome outcome) {
    assertThat(outcome).isInstanceOf(NoReply.class);
    return ((NoReply) outcome).reason();
  }

  @Test
  void tellsStatusAndBody() {
    assertThat(get(on(server, "/ok", sends(200, "{\"v\": \"ü\"}"))))
        .isEqualTo(new Reply(200, "{\"v\": \"ü\"}", false));
    assertThat(get(on(server, "/gone", sends(503, "later"))))
        .isEqualTo(new Reply(503, "later", false));
    assertThat(get(on(server, "/empty", sends(204, "")))).isEqualTo(new Reply(204, "", false));
  }

  @Test
  void readsTheCharacterSetThatTheAnswerNames() {
    String url =
        on(
            server,
            "/latin",
            exchange -> {
              exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=ISO-8859-1");
              exchange.sendResponseHeaders(200, 1);
              exchange.getResponseBody().write(0xfc);
            });
    assertThat(get(url)).isEqualTo(new Reply(200, "ü", false));
  }

  @Test
  void endsWhenNobodyEverAnswers() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();
      assertThat(reason(get("http://localhost:" + silent.getLocalPort() + "/", Map.of(), SHORT)))
          .isEqualTo("does not answer within 400 ms");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void endsWhenTheDeadlineOfTheRunComesFirst() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpProbe probe = new HttpProbe(Deadline.after(SHORT));
      long start = System.nanoTime();
      assertThat(probe.get("http://localhost:" + silent.getLocalPort(), Map.of(), LONG))
          .isInstanceOf(NoReply.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void endsWhenBytesDripForEver() throws IOException {
    try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.submit(() -> drip(slow));
      long start = System.nanoTime();
      assertThat(reason(get("http://localhost:" + slow.getLocalPort() + "/", Map.of(), SHORT)))
          .isEqualTo("does not answer within 400 ms");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
  }

  private static Void drip(ServerSocket server) throws Exception {
    try (Socket socket = server.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
      while (true) {
        out.write('x');
        out.flush();
        Thread.sleep(50);
      }
    }
  }

  @Test
  void readsNoMoreThanTheBeginningOfAGigabyte() {
    byte[] block = "y".repeat(1 << 16).getBytes(UTF_8);
    String url =
        on(
            server,
            "/big",
            exchange -> {
              exchange.sendResponseHeaders(200, 1_000_000_000L);
              for (int sent = 0; sent < 1_000_000_000; sent += block.length) {
                exchange.getResponseBody().write(block);
              }
            });
    long start = System.nanoTime();
    Reply reply = (Reply) get(url);
    assertThat(reply.cut()).isTrue();
    assertThat(reply.body()).hasSize(HttpProbe.BODY_BYTES);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void followsRedirectsAndStopsWhereTheyGoOnForEver() {
    on(server, "/end", sends(200, "here"));
    assertThat(get(on(server, "/start", redirects("/end"))))
        .isEqualTo(new Reply(200, "here", false));
    assertThat(reason(get(on(server, "/round", redirects("/round")))))
        .startsWith("redirects more than 5 times, at last to http://localhost:");
    assertThat(seen).filteredOn(line -> line.startsWith("/round")).hasSize(6);
  }

  @Test
  void neverLeavesTheWeb() {
    for (String place : List.of("file:///etc/passwd", "jar:http://x/!/", "gopher://x", "//", "%")) {
      String path = "/to" + Math.abs(place.hashCode());
      assertThat(get(on(server, path, redirects(place)))).as(place).isInstanceOf(NoReply.class);
      assertThat(get(place)).as(place).isInstanceOf(NoReply.class);
    }
  }

  @Test
  void sendsNoCredentialsToAnotherHost() {
    String target =
        on(
            elsewhere,
            "/other",
            exchange -> {
              note(exchange);
              sends(200, "").to(exchange);
            });
    get(on(server, "/leave", redirects(target)), TOKEN, LONG);
    on(server, "/same", redirects("/leave"));
    get(url(server, "/same").replace("://", "://me:pw@"), Map.of(), LONG);
    assertThat(seen)
        .containsExactly(
            "/leave [Bearer pl4nted]",
            "/other []",
            "/same [Basic bWU6cHc=]",
            "/leave [Basic bWU6cHc=]",
            "/other []");
  }

  @Test
  void saysWhyNobodyAnswers() throws IOException {
    ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    gone.close();
    assertThat(reason(get("http://localhost:" + gone.getLocalPort() + "/")))
        .isEqualTo("cannot be asked: nothing listens there");
    assertThat(reason(get("http://no-such-host.invalid/")))
        .isEqualTo("cannot be asked: nobody knows the host");
    assertThat(reason(get(url(server, "/x"), Map.of("A", "b\r\nC: d"), LONG)))
        .startsWith("is not asked: a header has a line break");
  }

  @Test
  void saysWhenNobodySpeaksTls() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.submit(
          () -> {
            try (Socket socket = plain.accept()) {
              socket.getOutputStream().write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(UTF_8));
            }
            return null;
          });
      assertThat(reason(get("https://localhost:" + plain.getLocalPort() + "/")))
          .startsWith("cannot be asked: its certificate");
    }
  }

  @Test
  void noReasonHoldsASecret() {
    for (String url :
        List.of(
            "http://me:pl4nted@no-such-host.invalid/",
            "http://me:pl4nted@localhost:1/",
            "ftp://me:pl4nted@localhost/",
            "http://me:pl4nted@local host/",
            "http://me:pl4nted@localhost:99999/")) {
      Outcome outcome = get(url, TOKEN, LONG);
      assertThat(outcome.toString()).as(url).doesNotContain("pl4nted");
      assertThat(outcome).isInstanceOf(NoReply.class);
    }
  }

  @Test
  void usesNoProxy() {
    System.setProperty("http.proxyHost", "no-such-proxy.invalid");
    try {
      assertThat(get(on(server, "/direct", sends(200, "here"))))
          .isEqualTo(new Reply(200, "here", false));
    } finally {
      System.clearProperty("http.proxyHost");
    }
  }
}
