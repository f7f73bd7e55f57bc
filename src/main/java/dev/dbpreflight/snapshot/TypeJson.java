package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Collation;
import dev.dbpreflight.model.CompositeType;
import dev.dbpreflight.model.DomainType;
import dev.dbpreflight.model.EnumType;
import dev.dbpreflight.model.RangeType;

/** Types that users made, and collations. */
final class TypeJson {

  private TypeJson() {}

  static MembersOut write(EnumType type) {
    MembersOut out = new MembersOut().name(type.name()).texts("labels", type.labels());
    return AttributesJson.write(out, type.attributes());
  }

  static EnumType readEnum(MembersIn in) {
    return new EnumType(in.name(), in.texts("labels"), AttributesJson.read(in));
  }

  static MembersOut write(CompositeType type) {
    MembersOut out = new MembersOut().name(type.name());
    ColumnJson.write(out, type.columns());
    return AttributesJson.write(out, type.attributes());
  }

  static CompositeType readComposite(MembersIn in) {
    return new CompositeType(in.name(), ColumnJson.read(in), AttributesJson.read(in));
  }

  static MembersOut write(DomainType type) {
    MembersOut out =
        new MembersOut()
            .name(type.name())
            .text("type", type.type())
            .text("collation", type.collation(), "")
            .flag("notNull", type.notNull(), false)
            .sql("defaultExpression", type.defaultExpression());
    CheckJson.write(out, type.checks());
    return AttributesJson.write(out, type.attributes());
  }

  static DomainType readDomain(MembersIn in) {
    return new DomainType(
        in.name(),
        in.text("type"),
        in.text("collation", ""),
        in.flag("notNull", false),
        in.sql("defaultExpression"),
        CheckJson.read(in),
        AttributesJson.read(in));
  }

  static MembersOut write(RangeType type) {
    MembersOut out =
        new MembersOut()
            .name(type.name())
            .text("subtype", type.subtype())
            .text("collation", type.collation(), "")
            .text("operatorClass", type.operatorClass(), "")
            .text("canonical", type.canonical(), "")
            .text("subtypeDifference", type.subtypeDifference(), "")
            .text("multirange", type.multirange(), "");
    return AttributesJson.write(out, type.attributes());
  }

  static RangeType readRange(MembersIn in) {
    return new RangeType(
        in.name(),
        in.text("subtype"),
        in.text("collation", ""),
        in.text("operatorClass", ""),
        in.text("canonical", ""),
        in.text("subtypeDifference", ""),
        in.text("multirange", ""),
        AttributesJson.read(in));
  }

  static MembersOut write(Collation collation) {
    MembersOut out =
        new MembersOut()
            .name(collation.name())
            .text("provider", collation.provider())
            .text("locale", collation.locale(), "")
            .flag("deterministic", collation.deterministic(), true)
            .lines("rules", collation.rules());
    return AttributesJson.write(out, collation.attributes());
  }

  static Collation readCollation(MembersIn in) {
    return new Collation(
        in.name(),
        in.text("provider"),
        in.text("locale", ""),
        in.flag("deterministic", true),
        in.lines("rules"),
        AttributesJson.read(in));
  }
}
