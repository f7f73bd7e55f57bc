package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.AvailableExtensions;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Row;
import dev.dbpreflight.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which extensions the server has to install, and which of them it keeps for superusers. */
final class ExtensionsToInstall implements ConditionArea {

  private record Found(String name, boolean reserved) {

    static Found of(Row row) {
      return new Found(row.text("name"), row.flag("reserved"));
    }
  }

  // One row per extension whose files the server has, whatever the version; 14 to 18.
  private final Query<Found> extensions =
      new Query<>(
          "extensions of the server",
          """
          select v.name, pg_catalog.bool_and(v.superuser and not v.trusted) as reserved
          from pg_catalog.pg_available_extension_versions v
          group by v.name
          order by v.name
          """,
          Found::of);

  private final Grantee reader;

  ExtensionsToInstall(Grantee reader) {
    this.reader = reader;
  }

  @Override
  public List<Query<?>> queries() {
    return List.of(extensions);
  }

  @Override
  public Conditions with(Conditions known, Answers answers) {
    Set<String> names = new HashSet<>();
    Set<String> reserved = new HashSet<>();
    for (Found found : answers.of(extensions)) {
      names.add(found.name());
      if (found.reserved()) {
        reserved.add(found.name());
      }
    }
    return known.with(new AvailableExtensions(names, reserved));
  }

  @Override
  public Unread refused(ProblemException refusal) {
    return new Unread(
        Topic.EXTENSIONS,
        "which extensions the server has",
        refusal.problem().what(),
        reader.remedy(
            refusal,
            reader.select("pg_catalog.pg_available_extension_versions")
                + "; "
                + reader.execute("pg_catalog.pg_available_extension_versions()")));
  }
}
