ALTER TABLE products ADD COLUMN price integer;
