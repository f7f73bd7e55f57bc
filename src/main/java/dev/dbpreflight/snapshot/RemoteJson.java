package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.ForeignDataWrapper;
import dev.dbpreflight.model.ForeignServer;
import dev.dbpreflight.model.Publication;
import dev.dbpreflight.model.Subscription;
import dev.dbpreflight.model.UserMapping;

/** What connects to other servers: logical replication and foreign data. */
final class RemoteJson {

  private RemoteJson() {}

  static MembersOut write(Publication publication) {
    MembersOut out =
        new MembersOut()
            .name(publication.name())
            .flag("allTables", publication.allTables(), false)
            .texts("operations", publication.operations())
            .flag("viaPartitionRoot", publication.viaPartitionRoot(), false)
            .text("generatedColumns", publication.generatedColumns(), "none")
            .texts("members", publication.members());
    return AttributesJson.write(out, publication.attributes());
  }

  static Publication readPublication(MembersIn in) {
    return new Publication(
        in.name(),
        in.flag("allTables", false),
        in.texts("operations"),
        in.flag("viaPartitionRoot", false),
        in.text("generatedColumns", "none"),
        in.texts("members"),
        AttributesJson.read(in));
  }

  static MembersOut write(Subscription subscription) {
    MembersOut out =
        new MembersOut()
            .name(subscription.name())
            .flag("enabled", subscription.enabled(), true)
            .texts("publications", subscription.publications())
            .texts("options", subscription.options());
    return AttributesJson.write(out, subscription.attributes());
  }

  static Subscription readSubscription(MembersIn in) {
    return new Subscription(
        in.name(),
        in.flag("enabled", true),
        in.texts("publications"),
        in.texts("options"),
        AttributesJson.read(in));
  }

  static MembersOut write(ForeignDataWrapper wrapper) {
    MembersOut out =
        new MembersOut()
            .name(wrapper.name())
            .text("handler", wrapper.handler(), "")
            .text("validator", wrapper.validator(), "")
            .texts("options", wrapper.options());
    return AttributesJson.write(out, wrapper.attributes());
  }

  static ForeignDataWrapper readWrapper(MembersIn in) {
    return new ForeignDataWrapper(
        in.name(),
        in.text("handler", ""),
        in.text("validator", ""),
        in.texts("options"),
        AttributesJson.read(in));
  }

  static MembersOut write(ForeignServer server) {
    MembersOut out =
        new MembersOut()
            .name(server.name())
            .text("wrapper", server.wrapper())
            .text("type", server.type(), "")
            .text("version", server.version(), "")
            .texts("options", server.options());
    return AttributesJson.write(out, server.attributes());
  }

  static ForeignServer readServer(MembersIn in) {
    return new ForeignServer(
        in.name(),
        in.text("wrapper"),
        in.text("type", ""),
        in.text("version", ""),
        in.texts("options"),
        AttributesJson.read(in));
  }

  static MembersOut write(UserMapping mapping) {
    return new MembersOut().name(mapping.name());
  }

  static UserMapping readUserMapping(MembersIn in) {
    return new UserMapping(in.name());
  }
}
