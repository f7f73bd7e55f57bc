CREATE TABLE log_lines (
  written_at timestamp NOT NULL,
  line text NOT NULL
);
