package dev.dbpreflight.report;

import java.util.List;

/** Names that databases can hold and that something that reads a report might obey. */
public final class HostileNames {
  public static final List<String> ALL =
      List.of(
          "\u001b[31mred\u001b[0m and \u009b31m red",
          "two\nlines\r\nand a\ttab\u0007",
          "<script>alert(1)</script> & <b>",
          "::error::pwned",
          "a name that is long enough to be broken into two ::error file=x::lines of a log",
          "a name that is long enough to be broken into two \u00a0::warning::lines, too",
          "##vso[task.setvariable variable=x]y ##[error]z",
          "\u202egnp.exe \u2066x\u2069 \u200b \u2028 \u2029 \ufeff",
          "\u3164\u115f\u2800\u034f looks like nothing \udb40\udc41",
          "\ud83d\ude00".repeat(15) + "abc",
          "\u4e2d\u6587\u8868\u540d ".repeat(12).strip(),
          "e\u0301 \u0130 \u00df \u01c4",
          "\"; drop table users; --",
          "]]> %s %d {0} ${x} `id` $(id) \\u0041 \\n",
          "one_word_" + "x".repeat(100),
          "");

  /** Several at once, ending in a blank. */
  static final String SOME = String.join(", ", ALL.subList(0, 5)) + " ";

  private HostileNames() {}
}
