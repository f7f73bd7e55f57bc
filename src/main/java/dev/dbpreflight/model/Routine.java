package dev.dbpreflight.model;

import java.util.List;

/**
 * A function, window function or procedure.
 *
 * @param name with the types of its input arguments, which are part of its identity
 * @param arguments with modes, names and defaults, as {@code pg_get_function_arguments} prints them
 * @param returns empty for a procedure
 * @param volatility "IMMUTABLE", "STABLE", "VOLATILE"
 * @param parallel "SAFE", "RESTRICTED", "UNSAFE"
 * @param cost estimated, in units of cpu_operator_cost; text as the server prints it
 * @param rows estimated result rows; "0" where it returns no set
 * @param settings SET clauses, "name=value", sorted
 * @param support planner support function; empty for none
 * @param transforms types of the TRANSFORM clause, in order
 * @param body source text, SQL-standard body, or "library, symbol"
 */
public record Routine(
    ObjectName name,
    Form form,
    String arguments,
    String returns,
    String language,
    String volatility,
    String parallel,
    boolean strict,
    boolean securityDefiner,
    boolean leakproof,
    String cost,
    String rows,
    List<String> settings,
    String support,
    List<String> transforms,
    SqlText body,
    Attributes attributes)
    implements SchemaObject {

  /** What it is called with: in an expression, over a window, or by CALL. */
  public enum Form {
    FUNCTION,
    WINDOW,
    PROCEDURE
  }

  public Routine {
    settings = settings.stream().sorted().toList();
    transforms = List.copyOf(transforms);
  }

  @Override
  public ObjectKind kind() {
    return form == Form.PROCEDURE ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION;
  }
}
