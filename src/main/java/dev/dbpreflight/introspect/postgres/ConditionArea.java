package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.problem.ProblemException;
import java.util.List;

/**
 * One area of the conditions of the moment. The queries of all areas go in one turn; only if that
 * fails is each area asked alone, so that one refusal does not hide the others.
 */
interface ConditionArea {

  List<Query<?>> queries();

  /** What is known with this area's answers; what they hide from the role is unread. */
  Conditions with(Conditions known, Answers answers);

  /** What is lacking when the server refused to answer. */
  Unread refused(ProblemException refusal);
}
