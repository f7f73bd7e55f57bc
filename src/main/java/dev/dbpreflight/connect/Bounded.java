package dev.dbpreflight.connect;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Calls that nothing but the network ends, such as looking up a name, under a limit. */
final class Bounded {

  private Bounded() {}

  /**
   * The call's value. After the limit the call is left to itself on its daemon thread.
   *
   * @param late takes a value that came too late, to close it
   * @throws TimeoutException when the limit passed first
   * @throws InterruptedException when somebody interrupted; the thread stays marked
   * @throws Exception what the call threw
   */
  static <T> T call(Duration limit, Callable<T> call, Consumer<T> late) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("connect").start(() -> run(call, result, late));
    try {
      return result.get(Deadline.millis(limit), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Whoever completes the result first decides to whom the value belongs.
      if (result.completeExceptionally(e)) {
        throw e;
      }
      return result.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (!result.completeExceptionally(e) && !result.isCompletedExceptionally()) {
        late.accept(result.join());
      }
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error tooMuch) {
        throw tooMuch;
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static <T> void run(Callable<T> call, CompletableFuture<T> result, Consumer<T> late) {
    try {
      T value = call.call();
      if (!result.complete(value)) {
        late.accept(value);
      }
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }
}
