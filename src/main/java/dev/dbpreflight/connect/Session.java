package dev.dbpreflight.connect;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.model.Engine;
import dev.dbpreflight.model.ServerVersion;
import java.util.List;

/**
 * A read-only look at one database, all of it at one moment: PostgreSQL answers from one {@code
 * REPEATABLE READ, READ ONLY} transaction, or in a large catalog from two that share its snapshot;
 * SQLite from one read transaction. Closing it ends the transaction and changes nothing.
 */
public interface Session extends AutoCloseable {

  /** The target as it may be shown: without secrets. */
  DatabaseUrl url();

  Engine engine();

  ServerVersion version();

  /**
   * Whether a pooler is proven to stand in between: the server's process is not the one that the
   * client was told of when it connected.
   */
  default boolean pooled() {
    return false;
  }

  /**
   * The role whose rights hold, as SQL writes it: quoted where it has to be; empty where the engine
   * knows no roles.
   */
  String role();

  /**
   * Asks all the queries in as few round trips as the engine allows: PostgreSQL one, and in a large
   * catalog two for each {@link Query#large() large} one and one for every few of the others.
   *
   * @throws dev.dbpreflight.problem.ProblemException when the database refuses, the connection
   *     breaks or the deadline passes; the message names what was being read
   */
  Answers ask(List<Query<?>> queries);

  /** Asks one query. */
  default <T> List<T> ask(Query<T> query) {
    return ask(List.<Query<?>>of(query)).of(query);
  }

  /**
   * What is known at this moment without a query; nothing, unless the database is a file. To tell
   * lasting locks from those of an instant it may take half a second.
   */
  default Conditions conditions() {
    return Conditions.NONE;
  }

  /**
   * For readers that do without an answer that the database refuses: after the connection broke or
   * the deadline passed, no answer is a refusal.
   *
   * @throws dev.dbpreflight.problem.ProblemException what has ended this session, if something has
   */
  void requireAlive();

  /** Statements and round trips so far, for {@code -v} and the benchmark. */
  Traffic traffic();

  /**
   * @param statements queries and settings sent
   * @param roundTrips times the client waited for the server, after the connection was made; two
   *     that waited at the same time count twice
   */
  record Traffic(int statements, int roundTrips) {

    Traffic plus(Traffic other) {
      return new Traffic(statements + other.statements, roundTrips + other.roundTrips);
    }
  }

  @Override
  void close();
}
