package dev.dbpreflight.conditions;

import java.util.Set;

/**
 * The extensions that the server has to install.
 *
 * @param names of all of them
 * @param reserved those that only a superuser may install
 */
public record AvailableExtensions(Set<String> names, Set<String> reserved) implements Condition {

  public AvailableExtensions {
    names = Set.copyOf(names);
    reserved = Set.copyOf(reserved);
  }
}
