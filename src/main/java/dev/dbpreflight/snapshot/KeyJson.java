package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Constraint.PrimaryKey;
import dev.dbpreflight.model.Constraint.Unique;

/** Primary keys and unique constraints. */
final class KeyJson {

  private KeyJson() {}

  static void write(MembersOut out, PrimaryKey key) {
    out.texts("columns", key.columns())
        .texts("include", key.include())
        .flag("withoutOverlaps", key.withoutOverlaps(), false)
        .flag("autoincrement", key.autoincrement(), false)
        .texts("descending", key.descending())
        .texts("collations", key.collations())
        .text("onConflict", key.onConflict(), "");
    ConstraintJson.writeDeferral(out, key.deferral());
    StorageJson.write(out, key.storage(), "");
  }

  static PrimaryKey readPrimaryKey(MembersIn in, String name, KeyColumns columns) {
    return new PrimaryKey(
        name,
        columns.readKey(in),
        columns.read(in, "include"),
        in.flag("withoutOverlaps", false),
        in.flag("autoincrement", false),
        columns.read(in, "descending"),
        in.texts("collations"),
        in.text("onConflict", ""),
        ConstraintJson.readDeferral(in),
        StorageJson.read(in, ""),
        in.lines("comment"));
  }

  static void write(MembersOut out, Unique key) {
    out.texts("columns", key.columns())
        .texts("include", key.include())
        .flag("nullsNotDistinct", key.nullsNotDistinct(), false)
        .flag("withoutOverlaps", key.withoutOverlaps(), false)
        .texts("descending", key.descending())
        .texts("collations", key.collations())
        .text("onConflict", key.onConflict(), "");
    ConstraintJson.writeDeferral(out, key.deferral());
    StorageJson.write(out, key.storage(), "");
  }

  static Unique readUnique(MembersIn in, String name, KeyColumns columns) {
    return new Unique(
        name,
        columns.readKey(in),
        columns.read(in, "include"),
        in.flag("nullsNotDistinct", false),
        in.flag("withoutOverlaps", false),
        columns.read(in, "descending"),
        in.texts("collations"),
        in.text("onConflict", ""),
        ConstraintJson.readDeferral(in),
        StorageJson.read(in, ""),
        in.lines("comment"));
  }
}
