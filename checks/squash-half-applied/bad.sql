-- This database was one release behind when the replaced files were deleted.
CREATE TABLE shops (id integer PRIMARY KEY, name varchar(80) NOT NULL);
CREATE TABLE django_migrations (
  id integer PRIMARY KEY, app varchar(255) NOT NULL, name varchar(255) NOT NULL,
  applied timestamp NOT NULL
);
INSERT INTO django_migrations VALUES (1, 'shop', '0001_initial', '2026-01-01 10:00:00');
INSERT INTO django_migrations VALUES (2, 'shop', '0002_products', '2026-01-02 10:00:00');
