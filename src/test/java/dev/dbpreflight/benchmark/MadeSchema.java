package dev.dbpreflight.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database of a given size: every table has ten columns, a primary key and two more indexes, a
 * foreign key to a table made before it, a check and two comments; for every twenty tables there is
 * a view and a function.
 */
final class MadeSchema {
  private static final int BATCH = 100;

  private MadeSchema() {}

  static void make(Connection connection, int tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int from = 1; from <= tables; from += BATCH) {
        StringBuilder script = new StringBuilder();
        for (int number = from; number < from + BATCH && number <= tables; number++) {
          script.append(table(number));
          if (number % 20 == 0) {
            script.append(viewAndFunction(number));
          }
        }
        statement.execute(script.toString());
      }
      // As in a database that has been in use for a while.
      statement.execute("vacuum analyze");
    }
  }

  private static String table(int number) {
    return """
    create table table_%1$s (
      id bigint generated always as identity primary key,
      parent_id bigint references table_%2$s,
      code varchar(20) not null,
      name text not null default 'unnamed',
      amount numeric(12,2) not null default 0 check (amount >= 0),
      quantity integer,
      active boolean not null default true,
      created_at timestamptz not null default now(),
      valid_on date,
      details jsonb
    );
    create unique index table_%1$s_code on table_%1$s (code);
    create index table_%1$s_created on table_%1$s (created_at, active);
    comment on table table_%1$s is 'table number %1$s';
    comment on column table_%1$s.code is 'what people call it';
    """
        .formatted(number, Math.max(1, number / 2));
  }

  private static String viewAndFunction(int number) {
    return """
    create view view_%1$s as select id, code, amount * quantity as total from table_%1$s where active;
    create function function_%1$s(given bigint) returns bigint language sql stable
      as $$ select count(*) from table_%1$s where parent_id = given $$;
    """
        .formatted(number);
  }
}
