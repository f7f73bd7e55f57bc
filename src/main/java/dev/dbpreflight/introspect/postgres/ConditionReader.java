package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.connect.Session;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** Reads the conditions of the moment: all areas, in a turn that they share with other queries. */
final class ConditionReader {
  private final List<ConditionArea> areas;

  ConditionReader(Session session, Optional<String> migratingRole) {
    Grantee reader = Grantee.of(session);
    RoleInQuestion role = new RoleInQuestion(migratingRole);
    areas =
        List.of(
            new ArchiverState(reader),
            new ConnectedStandbys(reader),
            new ConnectionLimits(reader, session.pooled()),
            new DatabaseSize(reader),
            new ExtensionsToInstall(reader),
            new ReplicationSlots(reader),
            new RoleRightsReader(reader, role),
            new RoleSettingsReader(reader, role),
            new ServerActivity(reader),
            new ServerModes(reader),
            new EstimatedSizes(reader),
            new TransactionAges(reader),
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
        known = known.withUnread(area.refused(refusal));
      }
    }
    return known;
  }
}
