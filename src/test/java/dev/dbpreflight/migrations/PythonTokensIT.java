package dev.dbpreflight.migrations;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.support.Command;
import dev.dbpreflight.support.ExternalTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python's own library, as its tokenizer reads it and as it is read here. */
class PythonTokensIT {

  /** For each file its text in UTF-8 and its tokens, one in a line, with the values of strings. */
  private static final String PYTHON =
      """
      import ast, glob, io, os, sys, token, tokenize, unicodedata, warnings
      warnings.simplefilter("ignore")
      library = os.path.dirname(os.__file__)

      def escaped(text):
          units = text.encode("utf-16-be", "surrogatepass")
          pairs = [units[at] * 256 + units[at + 1] for at in range(0, len(units), 2)]
          return "".join(
              chr(one) if 32 <= one < 127 and one != 92 else "\\\\%04x" % one for one in pairs)

      def string(text):
          node = ast.parse(text, mode="eval").body
          if isinstance(node, ast.JoinedStr):
              if not all(isinstance(one, ast.Constant) for one in node.values):
                  return "TEMPLATE"
              return "STRING " + escaped("".join(one.value for one in node.values))
          if isinstance(node.value, bytes):
              return "BYTES " + escaped(node.value.decode("latin-1"))
          return "STRING " + escaped(node.value)

      def spelled(one):
          name = token.tok_name[one.type]
          if name in ("NEWLINE", "INDENT", "DEDENT"):
              return name
          if name == "STRING":
              return "%d %s" % (one.start[0], string(one.string))
          kind = "OPERATOR" if name == "OP" else name
          return "%d %s %s" % (
              one.start[0], kind, escaped(unicodedata.normalize("NFKC", one.string)))

      number = 0
      for path in sorted(glob.glob(library + "/*.py") + glob.glob(library + "/email/*.py")
                         + glob.glob("/usr/lib/python3/dist-packages/alembic/**/*.py", recursive=True)):
          with tokenize.open(path) as file:
              text = file.read()
          hidden = (tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER)
          tokens = tokenize.generate_tokens(io.StringIO(text).readline)
          lines = [spelled(one) for one in tokens if one.type not in hidden]
          for ending, content in ("py", text), ("tokens", "\\n".join(lines)):
              name = os.path.join(sys.argv[1], "%04d.%s" % (number, ending))
              with open(name, "w", encoding="utf-8", newline="") as file:
                  file.write(content)
          number += 1
      """;

  @Test
  void readsWhatPythonsTokenizerReads(@TempDir Path folder) throws IOException {
    ExternalTool.ALEMBIC.require();
    Path script = Files.writeString(folder.resolve("tokens.script"), PYTHON);
    new Command("/usr/bin/python3", script.toString(), folder.toString())
        .within(Duration.ofMinutes(10))
        .run()
        .successful();
    List<Path> sources;
    try (var all = Files.list(folder)) {
      sources = all.filter(path -> path.toString().endsWith(".py")).sorted().toList();
    }

    assertThat(sources).hasSizeGreaterThan(150);
    for (Path source : sources) {
      String name = source.getFileName().toString().replace(".py", ".tokens");
      PythonTokens tokens = PythonTokens.of(Files.readString(source));
      assertThat(tokens.fault()).as(source.toString()).isEmpty();
      assertThat(tokens.tokens().stream().map(PythonTokensIT::spelled))
          .as(source.toString())
          .containsExactlyElementsOf(Files.readAllLines(folder.resolve(name)));
    }
  }

  private static String spelled(PythonToken token) {
    return switch (token.type()) {
      case NEWLINE, INDENT, DEDENT -> token.type().name();
      case TEMPLATE -> token.line() + " TEMPLATE";
      default -> token.line() + " " + token.type() + " " + escaped(token.text());
    };
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(one -> one >= 32 && one < 127 && one != '\\' ? "" + (char) one : code(one))
        .collect(joining());
  }

  private static String code(int character) {
    return "\\%04x".formatted(character);
  }
}
