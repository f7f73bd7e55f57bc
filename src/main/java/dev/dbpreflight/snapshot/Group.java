package dev.dbpreflight.snapshot;

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
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.Operator;
import dev.dbpreflight.model.Publication;
import dev.dbpreflight.model.RangeType;
import dev.dbpreflight.model.Routine;
import dev.dbpreflight.model.Schema;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.Subscription;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.TextSearchObject;
import dev.dbpreflight.model.UserMapping;
import dev.dbpreflight.model.View;

/** The lists of a snapshot file, in its order: one per kind of object that stands on its own. */
enum Group {
  SCHEMAS("schemas", ObjectKind.SCHEMA),
  EXTENSIONS("extensions", ObjectKind.EXTENSION),
  ENUMS("enums", ObjectKind.ENUM),
  COMPOSITE_TYPES("compositeTypes", ObjectKind.COMPOSITE_TYPE),
  DOMAINS("domains", ObjectKind.DOMAIN),
  RANGES("ranges", ObjectKind.RANGE),
  COLLATIONS("collations", ObjectKind.COLLATION),
  SEQUENCES("sequences", ObjectKind.SEQUENCE),
  TABLES("tables", ObjectKind.TABLE),
  VIEWS("views", ObjectKind.VIEW),
  MATERIALIZED_VIEWS("materializedViews", ObjectKind.MATERIALIZED_VIEW),
  FUNCTIONS("functions", ObjectKind.FUNCTION),
  PROCEDURES("procedures", ObjectKind.PROCEDURE),
  AGGREGATES("aggregates", ObjectKind.AGGREGATE),
  OPERATORS("operators", ObjectKind.OPERATOR),
  CASTS("casts", ObjectKind.CAST),
  STATISTICS("statistics", ObjectKind.STATISTICS),
  TEXT_SEARCH_PARSERS("textSearchParsers", ObjectKind.TEXT_SEARCH_PARSER),
  TEXT_SEARCH_TEMPLATES("textSearchTemplates", ObjectKind.TEXT_SEARCH_TEMPLATE),
  TEXT_SEARCH_DICTIONARIES("textSearchDictionaries", ObjectKind.TEXT_SEARCH_DICTIONARY),
  TEXT_SEARCH_CONFIGURATIONS("textSearchConfigurations", ObjectKind.TEXT_SEARCH_CONFIGURATION),
  EVENT_TRIGGERS("eventTriggers", ObjectKind.EVENT_TRIGGER),
  PUBLICATIONS("publications", ObjectKind.PUBLICATION),
  SUBSCRIPTIONS("subscriptions", ObjectKind.SUBSCRIPTION),
  FOREIGN_DATA_WRAPPERS("foreignDataWrappers", ObjectKind.FOREIGN_DATA_WRAPPER),
  FOREIGN_SERVERS("foreignServers", ObjectKind.FOREIGN_SERVER),
  USER_MAPPINGS("userMappings", ObjectKind.USER_MAPPING),
  DEFAULT_PRIVILEGES("defaultPrivileges", ObjectKind.DEFAULT_PRIVILEGES);

  private static final Group[] ALL = values();

  private final String member;
  private final ObjectKind kind;

  Group(String member, ObjectKind kind) {
    this.member = member;
    this.kind = kind;
  }

  /** The name of the list in the file. */
  String member() {
    return member;
  }

  ObjectKind kind() {
    return kind;
  }

  /** The group whose list has this name; null when there is none. */
  static Group named(String member) {
    for (Group group : ALL) {
      if (group.member.equals(member)) {
        return group;
      }
    }
    return null;
  }

  static Group of(SchemaObject object) {
    ObjectKind kind = object.kind();
    for (Group group : ALL) {
      if (group.kind == kind) {
        return group;
      }
    }
    throw new IllegalArgumentException("no group for " + kind);
  }

  static Node write(SchemaObject object, Dialect dialect) {
    MembersOut out =
        switch (object) {
          case Aggregate aggregate -> RoutineJson.write(aggregate);
          case Cast cast -> RoutineJson.write(cast);
          case Collation collation -> TypeJson.write(collation);
          case CompositeType type -> TypeJson.write(type);
          case DefaultPrivileges privileges -> SchemaJson.write(privileges);
          case DomainType type -> TypeJson.write(type);
          case EnumType type -> TypeJson.write(type);
          case EventTrigger trigger -> SchemaJson.write(trigger);
          case ExtendedStatistics statistics -> SchemaJson.write(statistics);
          case Extension extension -> SchemaJson.write(extension);
          case ForeignDataWrapper wrapper -> RemoteJson.write(wrapper);
          case ForeignServer server -> RemoteJson.write(server);
          case Operator operator -> RoutineJson.write(operator);
          case Publication publication -> RemoteJson.write(publication);
          case RangeType type -> TypeJson.write(type);
          case Routine routine -> RoutineJson.write(routine);
          case Schema schema -> SchemaJson.write(schema);
          case Sequence sequence -> SchemaJson.write(sequence);
          case Subscription subscription -> RemoteJson.write(subscription);
          case Table table -> TableJson.write(table, dialect);
          case TextSearchObject search -> SchemaJson.write(search);
          case UserMapping mapping -> RemoteJson.write(mapping);
          case View view -> ViewJson.write(view, dialect);
        };
    return out.members();
  }

  /** One object of this group; everything in it was looked at. */
  SchemaObject read(MembersIn in, Dialect dialect) {
    SchemaObject object =
        switch (this) {
          case SCHEMAS -> SchemaJson.readSchema(in);
          case EXTENSIONS -> SchemaJson.readExtension(in);
          case ENUMS -> TypeJson.readEnum(in);
          case COMPOSITE_TYPES -> TypeJson.readComposite(in);
          case DOMAINS -> TypeJson.readDomain(in);
          case RANGES -> TypeJson.readRange(in);
          case COLLATIONS -> TypeJson.readCollation(in);
          case SEQUENCES -> SchemaJson.readSequence(in);
          case TABLES -> TableJson.read(in, dialect);
          case VIEWS -> ViewJson.read(in, false, dialect);
          case MATERIALIZED_VIEWS -> ViewJson.read(in, true, dialect);
          case FUNCTIONS -> RoutineJson.read(in, false);
          case PROCEDURES -> RoutineJson.read(in, true);
          case AGGREGATES -> RoutineJson.readAggregate(in);
          case OPERATORS -> RoutineJson.readOperator(in);
          case CASTS -> RoutineJson.readCast(in);
          case STATISTICS -> SchemaJson.readStatistics(in);
          case TEXT_SEARCH_PARSERS,
              TEXT_SEARCH_TEMPLATES,
              TEXT_SEARCH_DICTIONARIES,
              TEXT_SEARCH_CONFIGURATIONS ->
              SchemaJson.readTextSearch(in, kind);
          case EVENT_TRIGGERS -> SchemaJson.readEventTrigger(in);
          case PUBLICATIONS -> RemoteJson.readPublication(in);
          case SUBSCRIPTIONS -> RemoteJson.readSubscription(in);
          case FOREIGN_DATA_WRAPPERS -> RemoteJson.readWrapper(in);
          case FOREIGN_SERVERS -> RemoteJson.readServer(in);
          case USER_MAPPINGS -> RemoteJson.readUserMapping(in);
          case DEFAULT_PRIVILEGES -> SchemaJson.readDefaultPrivileges(in);
        };
    in.done();
    return object;
  }
}
