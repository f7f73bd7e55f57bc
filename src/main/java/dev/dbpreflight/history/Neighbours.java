package dev.dbpreflight.history;

import dev.dbpreflight.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of one schema, found by name without looking at all the others. */
final class Neighbours {
  private final Map<String, List<Table>> tables = new HashMap<>();

  void add(Table table) {
    tables
        .computeIfAbsent(Signature.lower(table.name().name()), name -> new ArrayList<>(1))
        .add(table);
  }

  /** Those with this name in lower case, whatever their own case. */
  List<Candidate> named(String name) {
    return tables.getOrDefault(name, List.of()).stream().map(Candidate::of).toList();
  }

  /** Those that pass a look at the name in lower case and the table. */
  List<Candidate> that(FirstGlance glance) {
    return tables.entrySet().parallelStream()
        .flatMap(
            same ->
                same.getValue().stream().filter(table -> glance.mayBeATools(same.getKey(), table)))
        .map(Candidate::of)
        .toList();
  }
}
