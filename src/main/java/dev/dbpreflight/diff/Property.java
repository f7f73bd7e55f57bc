package dev.dbpreflight.diff;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something about a record of the model that can differ.
 *
 * @param name the record's component in lower-case words: "not null"
 * @param aspect what it is compared for; empty for the schema proper, which is always compared
 */
record Property<T>(String name, Optional<Aspect> aspect, Function<T, Facet> facet) {

  static <T> Property<T> of(String name, Function<T, Facet> facet) {
    return new Property<>(name, Optional.empty(), facet);
  }

  static <T> Property<T> of(String name, Aspect aspect, Function<T, Facet> facet) {
    return new Property<>(name, Optional.of(aspect), facet);
  }

  static <T> Property<T> exact(String name, Function<T, ?> value) {
    return of(name, value.andThen(Facet::exact));
  }

  static <T> Property<T> exact(String name, Aspect aspect, Function<T, ?> value) {
    return of(name, aspect, value.andThen(Facet::exact));
  }

  /** The same property of a record that has {@code T} as a component. */
  <U> Property<U> within(Function<U, T> component) {
    return new Property<>(name, aspect, component.andThen(facet));
  }
}
