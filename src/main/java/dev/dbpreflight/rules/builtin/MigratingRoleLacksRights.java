package dev.dbpreflight.rules.builtin;

import static dev.dbpreflight.model.Engine.POSTGRESQL;
import static dev.dbpreflight.rules.Severity.ERROR;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import dev.dbpreflight.conditions.AvailableExtensions;
import dev.dbpreflight.conditions.RoleRights;
import dev.dbpreflight.conditions.RoleRights.OnTable;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationTool;
import dev.dbpreflight.model.InSql;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.ObjectRef;
import dev.dbpreflight.rules.Evidence;
import dev.dbpreflight.rules.Few;
import dev.dbpreflight.rules.Finding;
import dev.dbpreflight.rules.NeededRights;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.rules.RuleInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

@RuleInfo(
    id = "migrating-role-lacks-rights",
    severity = ERROR,
    engines = POSTGRESQL,
    since = "0.1.0",
    summary = "The role that is to migrate may not do what the release needs",
    why =
        """
        The first statement that takes the missing right fails, and the deployment with it. Where
        migrations do not run in one transaction, what came before stays.\
        """,
    fix =
        """
        Let the owner migrate, make the role a member of the owner, or grant what is missing.\
        """)
final class MigratingRoleLacksRights implements Rule {
  private static final OnTable OWNED = new OnTable(true, true, true, true);

  /** Tools that change rows of their history while they migrate. */
  private static final Set<MigrationTool> UPDATING =
      EnumSet.of(MigrationTool.ALEMBIC, MigrationTool.LIQUIBASE, MigrationTool.PRISMA);

  @Override
  public Stream<Finding> check(Evidence evidence) {
    Optional<RoleRights> rights = limited(evidence);
    if (rights.isEmpty() || evidence.deployedAlready()) {
      return Stream.empty();
    }
    RoleRights role = rights.get();
    return Stream.concat(
        evidence.moment().neededRights().stream()
            .flatMap(
                needed ->
                    Stream.of(
                            ownership(role, needed),
                            schemas(role, needed),
                            references(role, needed),
                            inDatabase(role, needed, evidence.moment().conditions().extensions()))
                        .flatMap(found -> found)),
        evidence.histories().stream().flatMap(history -> history(role, history)));
  }

  /** Empty for a superuser, too: there is nothing to ask. */
  private static Optional<RoleRights> limited(Evidence evidence) {
    return evidence
        .moment()
        .conditions()
        .migratingRole()
        .flatMap(role -> role.rights())
        .filter(rights -> !rights.superuser());
  }

  /** Only the owner may alter or drop; one finding for each owner. */
  private Stream<Finding> ownership(RoleRights role, NeededRights needed) {
    return byOwner(needed).entrySet().stream()
        .filter(entry -> !acts(role, entry.getKey()) && !role.canBecome().contains(entry.getKey()))
        .map(
            entry ->
                finding(
                        ObjectRef.database(),
                        "role \"%s\" does not own what the release changes; \"%s\" does: %s",
                        role.actingAs(),
                        entry.getKey(),
                        Few.of(entry.getValue().stream().map(ObjectRef::path).toList()))
                    .withDetail("owner " + entry.getKey())
                    .withNext(
                        "migrate as \"%s\", or for each of them: ALTER %s OWNER TO %s"
                            .formatted(
                                entry.getKey(),
                                inSql(entry.getValue().first()),
                                InSql.name(role.actingAs()))));
  }

  private static Map<String, TreeSet<ObjectRef>> byOwner(NeededRights needed) {
    return needed.owned().entrySet().stream()
        .collect(
            groupingBy(
                Map.Entry::getValue,
                TreeMap::new,
                mapping(Map.Entry::getKey, toCollection(TreeSet::new))));
  }

  /** "TABLE "public"."shops"": a name of a function already has its arguments, as SQL has them. */
  private static String inSql(ObjectRef object) {
    String kind = object.kind().words().toUpperCase(Locale.ROOT);
    return switch (object.kind()) {
      case TABLE, SEQUENCE, VIEW, MATERIALIZED_VIEW, DOMAIN, COLLATION ->
          kind + " " + InSql.name(new ObjectName(object.schema(), object.name()));
      case ENUM, COMPOSITE_TYPE, RANGE ->
          "TYPE " + InSql.name(new ObjectName(object.schema(), object.name()));
      default -> kind + " " + object.path();
    };
  }

  private static boolean acts(RoleRights role, String owner) {
    return role.actsAs().contains(owner);
  }

  private Stream<Finding> schemas(RoleRights role, NeededRights needed) {
    return needed.schemas().stream()
        .filter(role.schemas()::containsKey)
        .flatMap(
            schema ->
                Stream.of("USAGE", "CREATE")
                    .filter(
                        right ->
                            right.equals("USAGE")
                                ? !role.schemas().get(schema).use()
                                : !role.schemas().get(schema).create()
                                    && needed.createsIn().contains(schema))
                    .map(
                        right ->
                            lacking(
                                role,
                                right,
                                ObjectRef.of(ObjectKind.SCHEMA, ObjectName.global(schema)),
                                "SCHEMA " + InSql.name(schema))));
  }

  private Stream<Finding> references(RoleRights role, NeededRights needed) {
    return needed.referred().stream()
        .filter(table -> role.others().containsKey(table) && !role.others().get(table).refer())
        .map(
            table ->
                lacking(
                    role, "REFERENCES", ObjectRef.of(ObjectKind.TABLE, table), InSql.name(table)));
  }

  private Stream<Finding> inDatabase(
      RoleRights role, NeededRights needed, Optional<AvailableExtensions> extensions) {
    return needed.inDatabase().stream()
        .flatMap(
            object -> {
              if (!isReserved(object, extensions)) {
                return role.createsInDatabase()
                    ? Stream.empty()
                    : Stream.of(lackingInDatabase(role, object));
              }
              return role.underProvider()
                  ? Stream.empty()
                  : Stream.of(
                      finding(
                              object,
                              "only a superuser may create %s, and role \"%s\" is none",
                              object,
                              role.actingAs())
                          .withNext(
                              "as a superuser: CREATE EXTENSION " + InSql.name(object.name())));
            });
  }

  private static boolean isReserved(ObjectRef object, Optional<AvailableExtensions> extensions) {
    return object.kind() == ObjectKind.EXTENSION
        && extensions.filter(known -> known.reserved().contains(object.name())).isPresent();
  }

  private Finding lackingInDatabase(RoleRights role, ObjectRef object) {
    return finding(
            object,
            "role \"%s\" may not create %s: it lacks CREATE on the database",
            role.actingAs(),
            object)
        .withNext(
            "GRANT CREATE ON DATABASE "
                + InSql.name(role.database())
                + " TO "
                + InSql.name(role.actingAs()));
  }

  /** Every tool reads what it has recorded and adds to it; few change it. */
  private Stream<Finding> history(RoleRights role, History history) {
    OnTable rights = role.others().getOrDefault(history.table(), OWNED);
    return Stream.of("SELECT", "INSERT", "UPDATE")
        .filter(
            right ->
                switch (right) {
                  case "SELECT" -> !rights.select();
                  case "INSERT" -> !rights.insert();
                  default -> !rights.update() && UPDATING.contains(history.tool());
                })
        .map(right -> lacking(role, right, history.ref(), InSql.name(history.table())));
  }

  private Finding lacking(RoleRights role, String right, ObjectRef object, String inSql) {
    return finding(object, "role \"%s\" lacks %s on %s", role.actingAs(), right, object)
        .withDetail(right)
        .withNext("GRANT " + right + " ON " + inSql + " TO " + InSql.name(role.actingAs()));
  }

  @Override
  public Stream<Unseen> unseen(Evidence evidence) {
    List<Unseen> unread = evidence.moment().unseen(Topic.MIGRATING_ROLE).toList();
    Optional<RoleRights> rights = limited(evidence);
    if (!unread.isEmpty() || rights.isEmpty()) {
      return unread.stream();
    }
    return evidence
        .moment()
        .neededRights()
        .map(needed -> doubtful(evidence, rights.get(), needed))
        .orElseGet(
            () ->
                Stream.of(new Unseen("it is not known what the release creates", "--expect FILE")));
  }

  private static Stream<Unseen> doubtful(Evidence evidence, RoleRights role, NeededRights needed) {
    Stream<Unseen> afterSetRole =
        byOwner(needed).keySet().stream()
            .filter(owner -> !acts(role, owner) && role.canBecome().contains(owner))
            .map(
                owner ->
                    new Unseen(
                        "role \"%s\" may alter what \"%s\" owns only after SET ROLE"
                            .formatted(role.actingAs(), owner),
                        "--migrating-role " + owner));
    boolean extensions =
        needed.inDatabase().stream().anyMatch(object -> object.kind() == ObjectKind.EXTENSION);
    return Stream.concat(
        afterSetRole, extensions ? evidence.moment().unseen(Topic.EXTENSIONS) : Stream.empty());
  }
}
