package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** Reads the conditions of the moment: all areas, in a turn that they share with other queries. */
final class ConditionReader {
  private final List<ConditionArea> areas;
  private final Grantee reader;

  ConditionReader(Session session, Optional<String> migratingRole) {
    reader = Grantee.of(session);
    RoleInQuestion role = new RoleInQuestion(migratingRole);
    areas =
        List.of(
            new ArchiverState(),
            new ConnectedStandbys(),
            new ConnectionLimits(session.pooled()),
            new DatabaseSize(),
            new ExtensionsToInstall(reader),
            new ReplicationSlots(),
            new RoleRightsReader(reader, role),
            new RoleSettingsReader(reader, role),
            new ServerActivity(),
            new ServerModes(reader),
            new TableSizes(),
            new TransactionAges(),
            new VisibleLocks(reader));
  }

  List<Query<?>> queries() {
    return areas.stream().<Query<?>>flatMap(area -> area.queries().stream()).toList();
  }

  /** What the answers of one turn say. */
  Conditions read(Answers answers) {
    Conditions known = Conditions.NONE;
    for (ConditionArea area : areas) {
      known = area.with(known, answers);
    }
    return known;
  }

  /** After a turn that failed as a whole: area by area. */
  Conditions readOneByOne(Session session) {
    Conditions known = Conditions.NONE;
    for (ConditionArea area : areas) {
      try {
        known = area.with(known, session.ask(area.queries()));
      } catch (ProblemException refusal) {
        known = known.withUnread(advised(area.refused(refusal), refusal));
      }
    }
    return known;
  }

  /** Who knows no better than the refusal what to do gets the grant for what it names. */
  private Unread advised(Unread unread, ProblemException refusal) {
    return unread.remedy().equals(refusal.problem().next())
        ? new Unread(unread.topic(), unread.fact(), unread.reason(), reader.remedy(refusal))
        : unread;
  }
}
