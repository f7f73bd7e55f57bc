package dev.dbpreflight.introspect.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.dbpreflight.model.Aggregate;
import dev.dbpreflight.model.Cast;
import dev.dbpreflight.model.Collation;
import dev.dbpreflight.model.CompositeType;
import dev.dbpreflight.model.DefaultPrivileges;
import dev.dbpreflight.model.DomainType;
import dev.dbpreflight.model.EnumType;
import dev.dbpreflight.model.EventTrigger;
import dev.dbpreflight.model.ExtendedStatistics;
import dev.dbpreflight.model.Extension;
import dev.dbpreflight.model.ForeignDataWrapper;
import dev.dbpreflight.model.ForeignServer;
import dev.dbpreflight.model.Operator;
import dev.dbpreflight.model.Publication;
import dev.dbpreflight.model.RangeType;
import dev.dbpreflight.model.Routine;
import dev.dbpreflight.model.Schema;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.Subscription;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.TextSearchObject;
import dev.dbpreflight.model.UserMapping;
import dev.dbpreflight.model.View;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What managed PostgreSQL puts into every new database: told in provider-objects.txt, and only
 * there. A provider's lines count where its mark is found, so that nothing is left out on other
 * servers.
 */
final class ProviderObjects {

  private static final String FILE = "provider-objects.txt";

  /**
   * @param kind token of the kind, "any" or "empty-publication"
   * @param owner of an extension its schema; "*" for any
   */
  private record Line(String provider, String kind, Pattern name, String owner) {

    static Line parse(String text) {
      List<String> fields = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
      if (fields.size() != 4) {
        throw new IllegalStateException(FILE + ": not four fields: " + text);
      }
      String pattern =
          Arrays.stream(fields.get(2).split("\\*", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*"));
      return new Line(
          fields.get(0), fields.get(1), Pattern.compile(pattern, Pattern.DOTALL), fields.get(3));
    }

    boolean matches(SchemaObject object) {
      return matchesKind(object)
          && (owner.equals("*") || owner.equals(ownerOf(object)))
          && name.matcher(object.name().toString()).matches();
    }

    private boolean matchesKind(SchemaObject object) {
      return kind.equals("any")
          || kind.equals(object.kind().token())
          || kind.equals("empty-publication")
              && object instanceof Publication publication
              && publication.members().isEmpty()
              && !publication.allTables();
    }
  }

  private ProviderObjects() {}

  /** The same schema without what the provider of the server made. */
  static SchemaModel leftOutOf(SchemaModel schema) {
    Collection<List<Line>> byProvider = byProvider();
    Set<String> kindsOfMarks =
        byProvider.stream().map(ofOne -> ofOne.getFirst().kind()).collect(toSet());
    List<SchemaObject> marks =
        schema.objects().stream()
            .filter(object -> kindsOfMarks.contains(object.kind().token()))
            .toList();
    List<Line> lines =
        byProvider.stream()
            .filter(ofOne -> marks.stream().anyMatch(ofOne.getFirst()::matches))
            .flatMap(List::stream)
            .toList();
    return lines.isEmpty()
        ? schema
        : schema.only(object -> lines.stream().noneMatch(line -> line.matches(object)));
  }

  private static Collection<List<Line>> byProvider() {
    return content()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(Line::parse)
        .collect(
            collectingAndThen(groupingBy(Line::provider, TreeMap::new, toList()), TreeMap::values));
  }

  private static String content() {
    try (InputStream file = ProviderObjects.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty for kinds that have no owner; the schema of an extension. */
  private static String ownerOf(SchemaObject object) {
    return switch (object) {
      case Aggregate aggregate -> aggregate.attributes().owner();
      case Cast cast -> "";
      case Collation collation -> collation.attributes().owner();
      case CompositeType type -> type.attributes().owner();
      case DefaultPrivileges privileges -> "";
      case DomainType type -> type.attributes().owner();
      case EnumType type -> type.attributes().owner();
      case EventTrigger trigger -> trigger.attributes().owner();
      case ExtendedStatistics statistics -> statistics.attributes().owner();
      case Extension extension -> extension.schema();
      case ForeignDataWrapper wrapper -> wrapper.attributes().owner();
      case ForeignServer server -> server.attributes().owner();
      case Operator operator -> operator.attributes().owner();
      case Publication publication -> publication.attributes().owner();
      case RangeType type -> type.attributes().owner();
      case Routine routine -> routine.attributes().owner();
      case Schema schema -> schema.attributes().owner();
      case Sequence sequence -> sequence.attributes().owner();
      case Subscription subscription -> subscription.attributes().owner();
      case Table table -> table.attributes().owner();
      case TextSearchObject search -> search.attributes().owner();
      case UserMapping mapping -> "";
      case View view -> view.attributes().owner();
    };
  }
}
