package dev.dbpreflight.checks;

import dev.dbpreflight.checks.YamlNode.Entry;
import dev.dbpreflight.checks.YamlNode.Items;
import dev.dbpreflight.checks.YamlNode.Mapping;
import dev.dbpreflight.checks.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Turns the text of a check file into nodes. Built on the events of the parser: what a program
 * could be made to do by a document (tags, endless repetition, depth) is refused on the way.
 */
final class YamlReader {
  /** The deepest check file that makes sense has ten levels. */
  private static final int DEEPEST = 32;

  /** Repeating lists and maps multiplies what there is to read. */
  private static final int MOST_REPEATED = 100;

  private final Mistakes mistakes;
  private final Variables variables;
  private final Map<String, YamlNode> anchors = new HashMap<>();
  private Iterator<Event> events;
  private int repeated;

  YamlReader(Mistakes mistakes, Variables variables) {
    this.mistakes = mistakes;
    this.variables = variables;
  }

  /**
   * The keys of the one document.
   *
   * @throws dev.dbpreflight.problem.ProblemException when it is no YAML that can be used
   */
  Mapping read(String text) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setUseMarks(true).build();
    try {
      events = new Parse(settings).parseString(text).iterator();
      return document();
    } catch (MarkedYamlEngineException broken) {
      throw syntax(broken);
    } catch (YamlVersionException other) {
      throw mistakes.fatal(
          1, "it asks for another version of YAML", "remove the line that begins with \"%YAML\"");
    } catch (YamlEngineException broken) {
      // The text is never quoted: it may hold a secret.
      throw mistakes.fatal(
          0,
          "it holds a character that YAML does not allow",
          "remove control characters, and save it as UTF-8");
    }
  }

  private Mapping document() {
    events.next();
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      throw mistakes.fatal(1, "it is empty", "write at least: extends: before-deploy");
    }
    YamlNode root = node(events.next(), 0);
    events.next();
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw mistakes.fatal(
          line(after), "a second document begins here", "keep one, without \"---\" in between");
    }
    // Patterns in a switch would cost a tenth of the time of a whole start; here and below.
    if (root instanceof Mapping mapping && !mapping.entries().isEmpty()) {
      return mapping;
    }
    if (root instanceof Mapping || root instanceof Scalar scalar && scalar.isNull()) {
      throw mistakes.fatal(1, "it is empty", "write at least: extends: before-deploy");
    }
    // A text is not quoted: "extends" may have named a file of passwords.
    throw mistakes.fatal(
        root.line(),
        "it holds "
            + (root instanceof Scalar ? "a text" : "a list")
            + " where keys and values are needed",
        "write for example: extends: before-deploy");
  }

  private YamlNode node(Event event, int depth) {
    if (depth > DEEPEST) {
      throw mistakes.fatal(line(event), "it is nested too deeply", "no setting needs that");
    }
    if (event instanceof AliasEvent alias) {
      return repeated(alias);
    }
    refuseTag(event);
    YamlNode node =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event);
          case SequenceStart -> items(event, depth);
          default -> mapping(event, depth);
        };
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
    return node;
  }

  private YamlNode repeated(AliasEvent alias) {
    String name = alias.getAlias().getValue();
    // An anchor is known when what it names is complete, so nothing can contain itself.
    YamlNode node = anchors.get(name);
    if (node == null) {
      throw mistakes.fatal(
          line(alias), "nothing above is marked with &" + name, "write the value itself");
    }
    if (!(node instanceof Scalar) && ++repeated > MOST_REPEATED) {
      throw mistakes.fatal(
          line(alias),
          "lists and keys are repeated by * more than " + MOST_REPEATED + " times",
          "write them out");
    }
    return node;
  }

  private void refuseTag(Event event) {
    String tag = "!";
    if (event instanceof ScalarEvent scalar) {
      tag = scalar.getTag().orElse(tag);
    } else if (event instanceof CollectionStartEvent collection) {
      tag = collection.getTag().orElse(tag);
    }
    if (!tag.equals("!")) {
      mistakes.add(
          line(event), "a tag stands before a value", "remove the word that begins with \"!\"");
    }
  }

  private Scalar scalar(ScalarEvent event) {
    int line = line(event);
    String text = event.getValue();
    boolean quoted = event.getScalarStyle() != ScalarStyle.PLAIN;
    if (LiteralSecrets.isUrlWithSecret(text)) {
      mistakes.add(line, LiteralSecrets.WHAT, LiteralSecrets.NEXT);
      return new Scalar(text, LiteralSecrets.HIDDEN, quoted, line);
    }
    return new Scalar(variables.fill(text, line), text, quoted, line);
  }

  private Items items(Event start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      items.add(node(next, depth + 1));
    }
    return new Items(items, line(start));
  }

  private Mapping mapping(Event start, int depth) {
    List<Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      if (!(next instanceof ScalarEvent key)) {
        throw mistakes.fatal(line(next), "a key is not a single word", "write: key: value");
      }
      refuseTag(key);
      YamlNode value = node(events.next(), depth + 1);
      if (keys.add(key.getValue())) {
        entries.add(new Entry(key.getValue(), value, line(key)));
      } else {
        mistakes.add(
            line(key),
            "the key " + Scalar.shown(key.getValue()) + " stands here twice",
            "keep one of the two");
      }
    }
    return new Mapping(entries, line(start));
  }

  private RuntimeException syntax(MarkedYamlEngineException broken) {
    int line = broken.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
    String problem = broken.getProblem() == null ? "" : broken.getProblem();
    if (problem.contains("(TAB)") || problem.contains("\\t")) {
      return mistakes.fatal(line, "a tab stands where only spaces can", "indent with spaces");
    }
    return mistakes.fatal(
        line,
        "it is not valid YAML: " + problem.replaceAll("[\\s.]*(\\(Do not.*)?$", ""),
        "correct the line, or the one above it: indentation, colons, quotes and brackets");
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }
}
