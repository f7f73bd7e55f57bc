package dev.dbpreflight.diff;

import static dev.dbpreflight.diff.CommonProperties.attributes;
import static dev.dbpreflight.diff.Property.exact;
import static dev.dbpreflight.diff.Property.of;

import dev.dbpreflight.model.ExtendedStatistics;
import dev.dbpreflight.model.ForeignDataWrapper;
import dev.dbpreflight.model.ForeignServer;
import dev.dbpreflight.model.Publication;
import dev.dbpreflight.model.Subscription;
import dev.dbpreflight.model.UserMapping;
import java.util.List;

/** What there is to compare in objects of replication, of foreign servers and of the planner. */
final class ServerShapes {
  private static final String WHERE = " WHERE (";

  static final Shape<Publication> PUBLICATION =
      Shape.of(
              Publication.class,
              exact("all tables", Publication::allTables),
              exact("operations", Publication::operations),
              exact("via partition root", Publication::viaPartitionRoot),
              exact("generated columns", Publication::generatedColumns),
              of("members", publication -> members(publication.members())))
          .and(attributes(Publication::attributes));

  static final Shape<Subscription> SUBSCRIPTION =
      Shape.of(
              Subscription.class,
              exact("enabled", Subscription::enabled),
              exact("publications", Subscription::publications),
              exact("options", Subscription::options))
          .and(attributes(Subscription::attributes));

  static final Shape<ForeignDataWrapper> FOREIGN_DATA_WRAPPER =
      Shape.of(
              ForeignDataWrapper.class,
              exact("handler", ForeignDataWrapper::handler),
              exact("validator", ForeignDataWrapper::validator),
              exact("options", ForeignDataWrapper::options))
          .and(attributes(ForeignDataWrapper::attributes));

  static final Shape<ForeignServer> FOREIGN_SERVER =
      Shape.of(
              ForeignServer.class,
              exact("wrapper", ForeignServer::wrapper),
              exact("type", ForeignServer::type),
              exact("version", ForeignServer::version),
              exact("options", ForeignServer::options))
          .and(attributes(ForeignServer::attributes));

  static final Shape<UserMapping> USER_MAPPING = Shape.of(UserMapping.class);

  static final Shape<ExtendedStatistics> STATISTICS =
      Shape.of(
              ExtendedStatistics.class,
              of("table", statistics -> Facet.name(statistics.table())),
              exact("kinds", ExtendedStatistics::kinds),
              of("elements", statistics -> elements(statistics.elements())),
              of("target", Aspect.STORAGE, statistics -> Facet.number(statistics.target())))
          .and(attributes(ExtendedStatistics::attributes));

  private ServerShapes() {}

  /** "TABLE name (columns) WHERE (condition)": only the condition can be printed in two ways. */
  private static Facet members(List<String> members) {
    List<String> tables =
        members.stream().map(member -> member.substring(0, whereIn(member))).toList();
    List<String> conditions =
        members.stream().map(member -> member.substring(whereIn(member))).toList();
    return new Facet(tables, List.of(), conditions, String.join(", ", members));
  }

  private static int whereIn(String member) {
    int where = member.indexOf(WHERE);
    return where < 0 ? member.length() : where;
  }

  private static Facet elements(List<String> elements) {
    return new Facet("", List.of(), elements, String.join(", ", elements));
  }
}
