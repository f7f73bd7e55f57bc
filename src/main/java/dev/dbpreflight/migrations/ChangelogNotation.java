package dev.dbpreflight.migrations;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The notations that a changelog's tree can be written in. Formatted SQL is none of them. */
enum ChangelogNotation {
  XML {
    @Override
    ChangelogNode parse(String text) throws CodeFault {
      return ChangelogXml.parse(text);
    }
  },
  YAML {
    @Override
    ChangelogNode parse(String text) throws CodeFault {
      ChangelogTree tree = new ChangelogTree();
      try {
        // Events only: nothing is built from types that the file names, no alias is expanded.
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        for (Event event : new Parse(settings).parseString(text)) {
          take(event, tree);
        }
      } catch (MarkedYamlEngineException broken) {
        int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
        throw new CodeFault(line, "is not valid YAML: " + firstLine(broken.getProblem()));
      } catch (YamlEngineException broken) {
        throw new CodeFault(0, "is not valid YAML: " + firstLine(broken.getMessage()));
      }
      return tree.root();
    }
  },
  JSON {
    @Override
    ChangelogNode parse(String text) throws CodeFault {
      ChangelogTree tree = new ChangelogTree();
      try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          take(token, parser, tree);
        }
      } catch (JacksonException broken) {
        int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
        throw new CodeFault(line, "is not valid JSON: " + firstLine(broken.getOriginalMessage()));
      }
      return tree.root();
    }
  };

  /**
   * @return what holds the changelog: its children are the file's outermost entries
   */
  abstract ChangelogNode parse(String text) throws CodeFault;

  /** The notation of a file, by the ending of its name as Liquibase has it. */
  static Optional<ChangelogNotation> of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".xml")) {
      return Optional.of(XML);
    }
    if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
      return Optional.of(YAML);
    }
    return lower.endsWith(".json") ? Optional.of(JSON) : Optional.empty();
  }

  private static void take(Event event, ChangelogTree tree) throws CodeFault {
    int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    switch (event.getEventId()) {
      case MappingStart -> tree.start(true, line, anchor(event));
      case SequenceStart -> tree.start(false, line, anchor(event));
      case MappingEnd, SequenceEnd -> tree.end();
      case Scalar -> tree.scalar(((ScalarEvent) event).getValue(), line, anchor(event));
      case Alias -> tree.reference(((AliasEvent) event).getAlias().getValue(), line);
      case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
    }
  }

  private static String anchor(Event event) {
    return ((NodeEvent) event).getAnchor().map(Anchor::getValue).orElse("");
  }

  private static void take(JsonToken token, JsonParser parser, ChangelogTree tree)
      throws CodeFault {
    int line = parser.currentTokenLocation().getLineNr();
    switch (token) {
      case START_OBJECT -> tree.start(true, line, "");
      case START_ARRAY -> tree.start(false, line, "");
      case END_OBJECT, END_ARRAY -> tree.end();
      case PROPERTY_NAME -> tree.key(parser.currentName(), line);
      default -> tree.scalar(parser.getString(), line, "");
    }
  }

  private static String firstLine(String message) {
    return message == null ? "no reason is known" : message.lines().findFirst().orElse("");
  }
}
