package dev.dbpreflight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.app.Programs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts programs as children of this process, and takes care that none outlives it. */
final class ChildPrograms implements Programs {
  private static final int KEPT = 1 << 16;
  private static final long LAST_WORDS_MILLIS = 500;

  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  @Override
  public Outcome run(Launch launch) {
    ProcessBuilder builder = new ProcessBuilder(launch.words());
    builder.directory(launch.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    Process process;
    try {
      process = builder.start();
    } catch (IOException | IllegalArgumentException refused) {
      return new NotStarted("there is no such program, or it may not be run");
    }
    running.add(process);
    try {
      return await(process, launch);
    } finally {
      end(process);
      running.remove(process);
    }
  }

  private static Outcome await(Process process, Launch launch) {
    try {
      process.getOutputStream().close();
    } catch (IOException ended) {
      // It has not waited for anybody to say something.
    }
    Heard out = new Heard(process.getInputStream());
    Heard err = new Heard(process.getErrorStream());
    try {
      if (!process.waitFor(launch.limit().toMillis(), TimeUnit.MILLISECONDS)) {
        return new TimedOut(launch.limit());
      }
      // What it started may hold the streams open: then what was heard until now is all.
      return new Ended(process.exitValue(), out.text(), err.text());
    } catch (InterruptedException wanted) {
      Thread.currentThread().interrupt();
      return new TimedOut(launch.limit());
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public AtEnd atEnd(Launch launch) {
    AtomicBoolean done = new AtomicBoolean();
    Thread hook =
        new Thread(
            () -> {
              running.forEach(ChildPrograms::end);
              if (done.compareAndSet(false, true)) {
                run(launch);
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      if (!done.compareAndSet(false, true)) {
        return new NotStarted("it has run already");
      }
      try {
        return run(launch);
      } finally {
        forget(hook);
      }
    };
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The hook finds that there is nothing left to do.
    }
  }

  /** Reads a stream to its end, so that nobody waits, and keeps the beginning. */
  private static final class Heard {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reader;

    private Heard(InputStream stream) {
      reader = Thread.ofPlatform().daemon().start(() -> read(stream));
    }

    private void read(InputStream stream) {
      byte[] buffer = new byte[8192];
      try (stream) {
        for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
          keep(buffer, length);
        }
      } catch (IOException ended) {
        // The program was ended: what was kept is all.
      }
    }

    private synchronized void keep(byte[] buffer, int length) {
      kept.write(buffer, 0, Math.clamp(KEPT - kept.size(), 0, length));
    }

    private String text() throws InterruptedException {
      reader.join(LAST_WORDS_MILLIS);
      synchronized (this) {
        return kept.toString(UTF_8);
      }
    }
  }
}
