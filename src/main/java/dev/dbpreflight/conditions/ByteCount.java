package dev.dbpreflight.conditions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** So many bytes, as people read them: decimal units, as makers of disks and providers count. */
public record ByteCount(long bytes) implements Comparable<ByteCount> {
  public static final long MEGABYTE = 1_000_000;
  public static final long GIGABYTE = 1_000_000_000;

  private static final BigDecimal STEP = BigDecimal.valueOf(1000);
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");

  @Override
  public int compareTo(ByteCount other) {
    return Long.compare(bytes, other.bytes);
  }

  /** Three digits are enough to compare: "999 bytes", "1.25 GB", "18.2 MB", "640 kB". */
  @Override
  public String toString() {
    if (bytes < STEP.intValue()) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    BigDecimal amount = BigDecimal.valueOf(bytes);
    int unit = -1;
    while (rounded(amount).compareTo(STEP) >= 0) {
      amount = amount.divide(STEP);
      unit++;
    }
    return rounded(amount).stripTrailingZeros().toPlainString() + " " + UNITS.get(unit);
  }

  private static BigDecimal rounded(BigDecimal amount) {
    int whole = amount.precision() - amount.scale();
    return amount.setScale(Math.max(0, 3 - whole), RoundingMode.HALF_UP);
  }
}
