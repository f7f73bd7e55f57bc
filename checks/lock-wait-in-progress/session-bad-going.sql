ALTER TABLE accounts ADD note text;
