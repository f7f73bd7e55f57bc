package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Constraint.Exclusion;

/** Exclusion constraints. */
final class ExclusionJson {

  private ExclusionJson() {}

  static void write(MembersOut out, Exclusion exclusion) {
    out.text("method", exclusion.method())
        .texts("elements", exclusion.elements())
        .texts("include", exclusion.include())
        .sql("predicate", exclusion.predicate());
    ConstraintJson.writeDeferral(out, exclusion.deferral());
    StorageJson.write(out, exclusion.storage(), "");
  }

  static Exclusion read(MembersIn in, String name, KeyColumns columns) {
    return new Exclusion(
        name,
        in.text("method"),
        in.texts("elements"),
        columns.read(in, "include"),
        in.sql("predicate"),
        ConstraintJson.readDeferral(in),
        StorageJson.read(in, ""),
        in.lines("comment"));
  }
}
