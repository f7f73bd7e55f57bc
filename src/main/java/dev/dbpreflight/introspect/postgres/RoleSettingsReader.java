package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.RoleSetting;
import dev.dbpreflight.conditions.RoleSetting.Source;
import dev.dbpreflight.conditions.RoleSettings;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a session of the migrating role begins with. This session has limits of its own, so values
 * come from what is set for roles and databases, and from what this session would reset to.
 */
final class RoleSettingsReader implements ConditionArea {

  /**
   * One setting.
   *
   * @param own set for the migrating role, its database or all; null where nothing is
   * @param ofReader likewise for the role of this session
   * @param reset what this session would reset it to
   * @param fromClient by the options of this connection; not told where the session has set it
   */
  private record Found(
      String login,
      boolean migrates,
      boolean same,
      String name,
      Level own,
      Level ofReader,
      String reset,
      boolean fromClient) {

    static Found of(Row row) {
      return new Found(
          row.text("login"),
          row.flag("migrates"),
          row.flag("same"),
          row.text("name"),
          Level.of(row, "own"),
          Level.of(row, "reader"),
          row.textOrEmpty("reset_val"),
          row.text("source").equals("client"));
    }
  }

  /** A value, and for whom it is set. */
  private record Level(Source source, String value) {

    static Level of(Row row, String prefix) {
      return row.isNull(prefix + "_level")
          ? null
          : new Level(
              Source.values()[(int) row.number(prefix + "_level")], row.text(prefix + "_value"));
    }

    boolean isOfRole() {
      return source == Source.ROLE_IN_DATABASE || source == Source.ROLE;
    }
  }

  /*
   * One row per setting; none where the named role does not exist. The levels are numbered as in
   * Source: role in database, role, database, all roles; the least one counts. Tried on 14 to 18.
   */
  private static final String SQL =
      """
      with {subject},
      configured as materialized (
        select s.setrole, s.setdatabase,
          case when s.setrole <> 0 then case when s.setdatabase <> 0 then 0 else 1 end
            when s.setdatabase <> 0 then 2 else 3 end as level,
          pg_catalog.split_part(c.entry, '=', 1) as name,
          pg_catalog.substr(c.entry, pg_catalog.strpos(c.entry, '=') + 1) as value
        from pg_catalog.pg_db_role_setting s
        cross join pg_catalog.unnest(s.setconfig) c(entry)
        where s.setdatabase in (0, (
          select d.oid from pg_catalog.pg_database d
          where d.datname = pg_catalog.current_database())))
      select subject.login, subject.migrates, subject.login = session_user as same, p.name,
        p.reset_val, p.source, own.level as own_level, own.value as own_value,
        reader.level as reader_level, reader.value as reader_value
      from subject
      join login on login.rolname = subject.login
      cross join pg_catalog.pg_settings p
      left join lateral (
        select c.level, c.value from configured c
        where c.name = p.name and c.setrole in (0, login.oid)
        order by c.level limit 1) own on true
      left join lateral (
        select c.level, c.value from configured c
        where c.name = p.name and c.setrole in (0, (
          select r.oid from pg_catalog.pg_roles r where r.rolname = session_user))
        order by c.level limit 1) reader on true
      where p.name in ('default_transaction_read_only', 'idle_in_transaction_session_timeout',
        'lock_timeout', 'statement_timeout', 'transaction_timeout')
      order by p.name
      """;

  private final Grantee reader;
  private final RoleInQuestion role;
  private final Query<Found> settings;

  RoleSettingsReader(Grantee reader, RoleInQuestion role) {
    this.reader = reader;
    this.role = role;
    this.settings =
        new Query<>(
            "settings of the migrating role", SQL.replace("{subject}", role.subject()), Found::of);
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(settings);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    List<Found> found = answers.of(settings);
    if (found.isEmpty()) {
      return known.withUnread(role.missing(Topic.ROLE_SETTINGS));
    }
    Found any = found.getFirst();
    Conditions seen = known;
    List<RoleSetting> all = new ArrayList<>();
    for (Found one : found) {
      if (one.migrates() && isHidden(one)) {
        seen = seen.withUnread(hidden(one));
      } else if (one.migrates() || !isOfRole(one)) {
        all.add(new RoleSetting(one.name(), value(one), source(one)));
      }
    }
    seen = seen.with(new RoleSettings(any.login(), any.migrates(), all));
    return any.migrates()
        ? seen
        : seen.withUnread(RoleInQuestion.unknown(Topic.ROLE_SETTINGS, any.login()));
  }

  /** What is set for a role that only looks says nothing about the one that migrates. */
  private static boolean isOfRole(Found one) {
    return one.ofReader() != null && one.ofReader().isOfRole() || source(one) == Source.CONNECTION;
  }

  /** The server's own value does not show through what is set for the role of this session. */
  private static boolean isHidden(Found one) {
    return !one.same() && one.own() == null && (one.ofReader() != null || one.fromClient());
  }

  private static String value(Found one) {
    return one.same() || one.own() == null ? one.reset() : one.own().value();
  }

  private static Source source(Found one) {
    if (one.own() == null) {
      return one.same() && one.fromClient() ? Source.CONNECTION : Source.SERVER;
    }
    return one.same() && !isSame(one) ? Source.CONNECTION : one.own().source();
  }

  private static boolean isSame(Found one) {
    RoleSetting set = new RoleSetting(one.name(), one.own().value(), one.own().source());
    RoleSetting now = new RoleSetting(one.name(), one.reset(), one.own().source());
    return set.time().equals(now.time()) && set.isOn() == now.isOn();
  }

  private static Unread hidden(Found one) {
    return new Unread(
        Topic.ROLE_SETTINGS,
        one.name() + " of the server",
        "this session has a value of its own",
        "connect as \"" + one.login() + "\", or as a role and with options that set nothing");
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return new Unread(
        Topic.ROLE_SETTINGS,
        "the settings of the migrating role",
        refusal.problem().what(),
        reader.remedy(
            refusal,
            reader.select(
                "pg_catalog.pg_db_role_setting", "pg_catalog.pg_roles", "pg_catalog.pg_settings")));
  }
}
