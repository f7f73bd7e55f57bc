package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.View;
import dev.dbpreflight.support.Databases;
import dev.dbpreflight.support.PostgresServer;
import dev.dbpreflight.support.SchemaBuilder;
import dev.dbpreflight.support.TableBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The tables, views and sequences of a test database, and what they are expected to be. */
record RelationReading(PostgresServer server, SchemaModel model) {

  /** One server per version. */
  static Stream<PostgresServer> servers() {
    return Databases.versions().stream().map(Databases::postgres);
  }

  static Stream<PostgresServer> serversFrom(int major) {
    return servers().filter(server -> server.major() >= major);
  }

  static RelationReading of(PostgresServer server, String... scripts) {
    return new RelationReading(server, Looks.at(server, server.createDatabase(scripts)));
  }

  Table table(String name) {
    return model.table(SchemaBuilder.name(name)).orElseThrow();
  }

  View view(String name) {
    return find(View.class, name);
  }

  <T extends SchemaObject> T find(Class<T> type, String name) {
    ObjectName wanted = SchemaBuilder.name(name);
    return model.all(type).stream()
        .filter(object -> object.name().equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  /** A table of the superuser's, with the privileges that owners have unasked. */
  Table expected(String name, Consumer<TableBuilder> parts) {
    SchemaBuilder builder = SchemaBuilder.postgres(server.major());
    builder.table(
        name,
        table -> {
          table.owner("postgres");
          table.grant("postgres", ownersPrivileges());
          parts.accept(table);
        });
    return builder.build().tables().getFirst();
  }

  /** Of an object of the superuser's that is a table in the eyes of GRANT. */
  Attributes attributes(String comment) {
    return new Attributes(
        "postgres",
        Stream.of(ownersPrivileges())
            .map(privilege -> new Grant("postgres", privilege, false))
            .toList(),
        comment);
  }

  private String[] ownersPrivileges() {
    List<String> always =
        List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");
    return Stream.concat(
            always.stream(), server.major() < 17 ? Stream.empty() : Stream.of("MAINTAIN"))
        .toArray(String[]::new);
  }
}
