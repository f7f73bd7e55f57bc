package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Attributes;

/** Owner, grants and comment, as members of the object that has them. */
final class AttributesJson {

  private AttributesJson() {}

  static MembersOut write(MembersOut out, Attributes attributes) {
    out.text("owner", attributes.owner(), "");
    GrantJson.write(out, attributes.grants());
    return out.lines("comment", attributes.comment());
  }

  static Attributes read(MembersIn in) {
    return new Attributes(in.text("owner", ""), GrantJson.read(in), in.lines("comment"));
  }
}
