package dev.dbpreflight.support;

/**
 * What goes wrong with the bytes that a server sends through a {@link FaultProxy}, on each of its
 * connections anew.
 *
 * @param spared how many units get through before it begins; it begins when the server sends the
 *     next one
 */
public record Fault(Effect effect, Unit unit, long spared) {
  public static final Fault NONE = new Fault(Effect.SILENCE, Unit.BYTES, Long.MAX_VALUE);

  /** What the client sees instead of the rest. */
  public enum Effect {
    /** The connection is reset. */
    RESET,
    /** The connection ends in order, too early. */
    END,
    /** Nothing more comes, but the client may go on sending. */
    HALF_CLOSED,
    /** Nothing more comes, and the connection stays open. */
    SILENCE,
    /** A byte at a time, and slowly. */
    DRIP
  }

  /** What is counted. A message is counted from its first byte; the answer about TLS is one. */
  public enum Unit {
    BYTES,
    MESSAGES
  }

  public static Fault afterBytes(long spared, Effect effect) {
    return new Fault(effect, Unit.BYTES, spared);
  }

  /** The client must ask for TLS, as it does unless it is told not to, and be refused. */
  public static Fault afterMessages(long spared, Effect effect) {
    return new Fault(effect, Unit.MESSAGES, spared);
  }

  Gate gate() {
    return new Gate();
  }

  /** Lets through what is spared, on one connection. */
  final class Gate {
    private static final int HEADER = 5;

    private long passed;
    private int header;
    private long length;
    private long body;
    private boolean answeredAboutTls;

    /** How many of these bytes, which follow the earlier ones, get through. */
    int passing(byte[] bytes, int count) {
      if (unit == Unit.BYTES) {
        int passing = (int) Math.min(count, spared - passed);
        passed += passing;
        return passing;
      }
      for (int at = 0; at < count; at++) {
        boolean begins = header == 0 && body == 0;
        if (begins && passed == spared) {
          return at;
        }
        passed += begins ? 1 : 0;
        take(bytes[at]);
      }
      return count;
    }

    private void take(byte next) {
      if (!answeredAboutTls) {
        answeredAboutTls = true;
      } else if (body > 0) {
        body--;
      } else {
        header++;
        length = header == 1 ? 0 : length << Byte.SIZE | Byte.toUnsignedInt(next);
        if (header == HEADER) {
          header = 0;
          body = length - Integer.BYTES;
        }
      }
    }
  }
}
