CREATE TABLE log_lines (
  id integer PRIMARY KEY,
  written_at timestamp NOT NULL,
  line text NOT NULL
);
