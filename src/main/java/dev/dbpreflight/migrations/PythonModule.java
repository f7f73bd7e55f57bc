package dev.dbpreflight.migrations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dbpreflight.history.MigrationFile.WayDown;
import dev.dbpreflight.migrations.PythonScope.Binding;
import dev.dbpreflight.migrations.PythonToken.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Python file, read without running it: what it assigns and what its functions hold. */
record PythonModule(List<PythonLine> lines, PythonScope scope) {
  private static final Pattern ENCODING =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");
  private static final Pattern BLANK = Pattern.compile("^[ \\t\\f]*(#.*)?$");

  /** The file; empty when it cannot be read or Python would refuse it, which is remembered. */
  static Optional<PythonModule> read(SourceFolder folder, String path) {
    return folder
        .bytes(path)
        .flatMap(bytes -> decoded(folder, path, bytes))
        .flatMap(
            text -> {
              PythonTokens tokens = PythonTokens.of(text);
              tokens
                  .fault()
                  .ifPresent(fault -> folder.cannotRead(path, fault.line(), fault.reason()));
              return tokens.fault().isPresent() ? Optional.empty() : Optional.of(of(tokens));
            });
  }

  static PythonModule of(PythonTokens tokens) {
    List<PythonLine> lines = PythonLine.all(tokens.tokens());
    return new PythonModule(lines, new PythonScope(lines, Map.of()));
  }

  private static Optional<String> decoded(SourceFolder folder, String path, byte[] bytes) {
    Charset charset = UTF_8;
    String declared = declaredEncoding(bytes).orElse("utf-8");
    try {
      charset = Charset.forName(javaName(declared));
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      folder.cannotRead(path, 1, "declares an encoding that is not known");
    } catch (CharacterCodingException other) {
      folder.cannotRead(path, 0, "is not valid " + charset.name());
    }
    return Optional.empty();
  }

  /** Python looks for it in the first line, and in the second where the first one is blank. */
  private static Optional<String> declaredEncoding(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 500), ISO_8859_1);
    if (!start.contains("coding")) {
      return Optional.empty();
    }
    String[] lines = start.split("\r\n|\r|\n", 3);
    for (int at = 0; at < Math.min(2, lines.length); at++) {
      Matcher encoding = ENCODING.matcher(lines[at]);
      if (encoding.find()) {
        return Optional.of(encoding.group(1));
      }
      if (!BLANK.matcher(lines[at]).matches()) {
        break;
      }
    }
    return Optional.empty();
  }

  private static String javaName(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
    if (lower.equals("utf-8-sig") || lower.startsWith("utf-8-")) {
      return "UTF-8";
    }
    return lower.equals("latin-1") || lower.equals("iso-latin-1") ? "ISO-8859-1" : lower;
  }

  /** What a name is bound to when the file has run. */
  Optional<Binding> get(String name) {
    return scope.get(name);
  }

  /** Whether anything but that function calls a function of this name. */
  boolean callsOutside(String function, String called) {
    return lines.stream()
        .filter(line -> !line.begins("def", function))
        .anyMatch(line -> calls(line, called));
  }

  private static boolean calls(PythonLine line, String called) {
    List<PythonToken> tokens = line.tokens();
    for (int at = 0; at + 1 < tokens.size(); at++) {
      if (tokens.get(at).isName(called) && tokens.get(at + 1).isOperator("(")) {
        return true;
      }
    }
    return line.block().stream().anyMatch(inner -> calls(inner, called));
  }

  /** Whether a function that takes something back does anything before it ends. */
  WayDown wayDown(String function) {
    Optional<Binding> binding = get(function);
    if (binding.isEmpty()) {
      return WayDown.ABSENT;
    }
    return binding
        .flatMap(Binding::definition)
        .map(definition -> doesSomething(definition) ? WayDown.PRESENT : WayDown.ABSENT)
        .orElse(WayDown.UNKNOWN);
  }

  private static boolean doesSomething(PythonLine definition) {
    Stream<List<PythonToken>> statements =
        definition.body().stream().flatMap(line -> line.statements().stream());
    return statements
        .filter(statement -> !isIdle(statement))
        .findFirst()
        .filter(first -> !first.getFirst().isName("raise") && !first.getFirst().isName("return"))
        .isPresent();
  }

  private static boolean isIdle(List<PythonToken> statement) {
    return statement.isEmpty()
        || statement.stream().allMatch(token -> token.is(Type.STRING))
        || (statement.size() == 1
            && (statement.getFirst().isName("pass") || statement.getFirst().isOperator("...")));
  }
}
