package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.DefaultPrivileges;
import dev.dbpreflight.model.EventTrigger;
import dev.dbpreflight.model.ExtendedStatistics;
import dev.dbpreflight.model.Extension;
import dev.dbpreflight.model.ObjectKind;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.Schema;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.SequenceOptions;
import dev.dbpreflight.model.TextSearchObject;

/** Schemas and the small objects in and beside them. */
final class SchemaJson {

  private SchemaJson() {}

  static MembersOut write(Schema schema) {
    return AttributesJson.write(new MembersOut().name(schema.name()), schema.attributes());
  }

  static Schema readSchema(MembersIn in) {
    return new Schema(in.name(), AttributesJson.read(in));
  }

  /** An extension lives in no schema; the member "schema" says where its objects are. */
  static MembersOut write(Extension extension) {
    return new MembersOut()
        .text("name", extension.name().name())
        .text("schema", extension.schema(), "")
        .text("version", extension.version())
        .lines("comment", extension.comment());
  }

  static Extension readExtension(MembersIn in) {
    return new Extension(
        ObjectName.global(in.text("name")),
        in.text("schema", ""),
        in.text("version"),
        in.lines("comment"));
  }

  static MembersOut write(Sequence sequence) {
    MembersOut out = new MembersOut().name(sequence.name());
    SequenceOptionsJson.write(out, sequence.options())
        .text("ownedBy", sequence.ownedBy(), "")
        .flag("unlogged", sequence.unlogged(), false);
    return AttributesJson.write(out, sequence.attributes());
  }

  static Sequence readSequence(MembersIn in) {
    ObjectName name = in.name();
    SequenceOptions options = SequenceOptionsJson.read(in);
    return new Sequence(
        name, options, in.text("ownedBy", ""), in.flag("unlogged", false), AttributesJson.read(in));
  }

  static MembersOut write(ExtendedStatistics statistics) {
    MembersOut out =
        new MembersOut()
            .name(statistics.name())
            .name("table", statistics.table())
            .texts("kinds", statistics.kinds())
            .texts("elements", statistics.elements())
            .number("target", statistics.target(), -1);
    return AttributesJson.write(out, statistics.attributes());
  }

  static ExtendedStatistics readStatistics(MembersIn in) {
    return new ExtendedStatistics(
        in.name(),
        in.name("table"),
        in.texts("kinds"),
        in.texts("elements"),
        in.integer("target", -1),
        AttributesJson.read(in));
  }

  static MembersOut write(TextSearchObject object) {
    MembersOut out = new MembersOut().name(object.name()).texts("definition", object.definition());
    return AttributesJson.write(out, object.attributes());
  }

  static TextSearchObject readTextSearch(MembersIn in, ObjectKind kind) {
    return new TextSearchObject(in.name(), kind, in.texts("definition"), AttributesJson.read(in));
  }

  static MembersOut write(EventTrigger trigger) {
    MembersOut out =
        new MembersOut()
            .name(trigger.name())
            .text("event", trigger.event())
            .texts("tags", trigger.tags())
            .text("function", trigger.function())
            .text("enabled", trigger.enabled(), "ORIGIN");
    return AttributesJson.write(out, trigger.attributes());
  }

  static EventTrigger readEventTrigger(MembersIn in) {
    return new EventTrigger(
        in.name(),
        in.text("event"),
        in.texts("tags"),
        in.text("function"),
        in.text("enabled", "ORIGIN"),
        AttributesJson.read(in));
  }

  static MembersOut write(DefaultPrivileges privileges) {
    MembersOut out = new MembersOut().name(privileges.name());
    GrantJson.write(out, privileges.grants());
    return out;
  }

  static DefaultPrivileges readDefaultPrivileges(MembersIn in) {
    return new DefaultPrivileges(in.name(), GrantJson.read(in));
  }
}
