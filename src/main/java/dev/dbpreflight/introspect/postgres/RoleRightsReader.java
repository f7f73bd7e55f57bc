package dev.dbpreflight.introspect.postgres;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.MigratingRole;
import dev.dbpreflight.conditions.RoleRights;
import dev.dbpreflight.conditions.RoleRights.OnSchema;
import dev.dbpreflight.conditions.RoleRights.OnTable;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the migrating role may do here; one query per kind of thing, whatever the number. */
final class RoleRightsReader implements ConditionArea {

  private record Subject(
      String database,
      String login,
      String actingAs,
      boolean migrates,
      boolean superuser,
      boolean canLogin,
      boolean createsInDatabase,
      boolean underProvider) {

    static Subject of(Row row) {
      return new Subject(
          row.text("database"),
          row.text("login"),
          row.text("acting_as"),
          row.flag("migrates"),
          row.flag("rolsuper"),
          row.flag("can_login"),
          row.flag("creates"),
          row.flag("under_provider"));
    }
  }

  private record Membership(String role, boolean acts, boolean becomes) {

    static Membership of(Row row) {
      return new Membership(row.text("rolname"), row.flag("acts"), row.flag("becomes"));
    }
  }

  /*
   * One row; none where the named role does not exist. A role that cannot log in is fine where one
   * that can may become it; superusers may become everybody, so they do not count. The roles that
   * stand for a provider install extensions by rules of their own. Tried on 14 to 18.
   */
  private static final String SUBJECT =
      """
      with {subject}
      select pg_catalog.current_database() as database, subject.login,
        subject.rolname as acting_as, subject.migrates, subject.rolsuper,
        exists (
          select from pg_catalog.pg_roles l
          join login on l.oid = login.oid
            or (not l.rolsuper and pg_catalog.pg_has_role(l.oid, login.oid, 'MEMBER'))
          where l.rolcanlogin) as can_login,
        pg_catalog.has_database_privilege(
          subject.oid, pg_catalog.current_database(), 'CREATE') as creates,
        exists (
          select from pg_catalog.pg_roles p
          where p.rolname in ('rds_superuser', 'cloudsqlsuperuser', 'alloydbsuperuser',
            'azure_pg_admin', 'azuresu', 'supabase_admin', 'neon_superuser')) as under_provider
      from subject
      """;

  /*
   * One row: a role that the migrating one is a member of, itself included. Before 16 every member
   * may SET ROLE. Tried on 14 to 18.
   */
  private static final String MEMBERSHIPS =
      """
      with {subject}
      select r.rolname, pg_catalog.pg_has_role(subject.oid, r.oid, 'USAGE') as acts,
        case when pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= 160000
          then pg_catalog.pg_has_role(subject.oid, r.oid, 'SET') else true end as becomes
      from subject
      join pg_catalog.pg_roles r on pg_catalog.pg_has_role(subject.oid, r.oid, 'MEMBER')
      where subject.migrates and not subject.rolsuper
      """;

  // One row: a schema of users. Tried on 14 to 18.
  private static final String SCHEMAS =
      """
      with {subject}
      select n.nspname, pg_catalog.has_schema_privilege(subject.oid, n.oid, 'USAGE') as use,
        pg_catalog.has_schema_privilege(subject.oid, n.oid, 'CREATE') as "create"
      from subject
      cross join pg_catalog.pg_namespace n
      where subject.migrates and not subject.rolsuper and {userSchema}
      """;

  // One row: a table of users that the role does not own. Tried on 14 to 18.
  private static final String TABLES =
      """
      with {subject}
      select n.nspname, c.relname,
        pg_catalog.has_table_privilege(subject.oid, c.oid, 'REFERENCES')
          or (granted.attrelid is not null
            and pg_catalog.has_any_column_privilege(subject.oid, c.oid, 'REFERENCES')) as refer,
        pg_catalog.has_table_privilege(subject.oid, c.oid, 'SELECT') as "select",
        pg_catalog.has_table_privilege(subject.oid, c.oid, 'INSERT') as "insert",
        pg_catalog.has_table_privilege(subject.oid, c.oid, 'UPDATE') as "update"
      from subject
      cross join pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      -- few tables have grants on columns, and asking for them takes long
      left join (
        select a.attrelid from pg_catalog.pg_attribute a
        where a.attacl is not null group by a.attrelid) granted on granted.attrelid = c.oid
      where subject.migrates and not subject.rolsuper and {userSchema} and c.relkind in ('r', 'p')
        and not pg_catalog.pg_has_role(subject.oid, c.relowner, 'USAGE')
      """;

  private final Grantee reader;
  private final RoleInQuestion role;
  private final Query<Subject> subject;
  private final Query<Membership> memberships;
  private final Query<Map.Entry<String, OnSchema>> schemas;
  private final Query<Map.Entry<ObjectName, OnTable>> tables;

  RoleRightsReader(Grantee reader, RoleInQuestion role) {
    this.reader = reader;
    this.role = role;
    subject = new Query<>("the migrating role", about(SUBJECT), Subject::of);
    memberships = new Query<>("its memberships", about(MEMBERSHIPS), Membership::of);
    schemas = new Query<>("its rights on schemas", about(SCHEMAS), RoleRightsReader::onSchema);
    tables = new Query<>("its rights on tables", about(TABLES), RoleRightsReader::onTable);
  }

  private String about(String sql) {
    return sql.replace("{subject}", role.subject()).replace("{userSchema}", CatalogSql.USER_SCHEMA);
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(subject, memberships, schemas, tables);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    if (answers.of(subject).isEmpty()) {
      return known.with(new MigratingRole(role.named().orElse(""), Optional.empty()));
    }
    Subject found = answers.of(subject).getFirst();
    if (!found.migrates()) {
      return known.withUnread(RoleInQuestion.unknown(Topic.MIGRATING_ROLE, found.login()));
    }
    return known.with(new MigratingRole(found.login(), Optional.of(rights(found, answers))));
  }

  private RoleRights rights(Subject found, Answers answers) {
    return new RoleRights(
        found.database(),
        found.actingAs(),
        found.superuser(),
        found.canLogin(),
        found.createsInDatabase(),
        found.underProvider(),
        answers.of(memberships).stream()
            .filter(Membership::acts)
            .map(Membership::role)
            .collect(toSet()),
        answers.of(memberships).stream()
            .filter(membership -> membership.becomes() && !membership.acts())
            .map(Membership::role)
            .collect(toSet()),
        answers.of(schemas).stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)),
        answers.of(tables).stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Map.Entry<String, OnSchema> onSchema(Row row) {
    return Map.entry(row.text("nspname"), new OnSchema(row.flag("use"), row.flag("create")));
  }

  private static Map.Entry<ObjectName, OnTable> onTable(Row row) {
    return Map.entry(
        new ObjectName(row.text("nspname"), row.text("relname")),
        new OnTable(row.flag("refer"), row.flag("select"), row.flag("insert"), row.flag("update")));
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return new Unread(
        Topic.MIGRATING_ROLE,
        "the rights of the migrating role",
        refusal.problem().what(),
        reader.remedy(
            refusal, reader.select("pg_catalog.pg_db_role_setting", "pg_catalog.pg_roles")));
  }
}
