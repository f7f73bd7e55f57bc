-- case django migrate
-- expect Django django_migrations [] shop.0002_more 2
-- applied shop.0001_initial
-- applied shop.0002_more
CREATE TABLE IF NOT EXISTS "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO django_migrations VALUES(1,'shop','0001_initial','2026-11-25 02:58:19.628824');
INSERT INTO django_migrations VALUES(2,'shop','0002_more','2026-11-25 02:58:19.645015');

-- case django migrate that failed without a transaction
-- expect Django django_migrations [] shop.0002_more 2
CREATE TABLE IF NOT EXISTS "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO django_migrations VALUES(1,'shop','0001_initial','2026-11-25 02:58:19.628824');
INSERT INTO django_migrations VALUES(2,'shop','0002_more','2026-11-25 02:58:19.645015');

-- case django migrate to zero
-- expect Django django_migrations []  0
CREATE TABLE IF NOT EXISTS "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);

-- case django migrate of two apps, one faked
-- expect Django django_migrations [] contenttypes.0002_remove_content_type_name, shop.0002_more 4
-- applied shop.0001_initial
-- applied contenttypes.0001_initial
-- applied contenttypes.0002_remove_content_type_name
-- applied shop.0002_more
CREATE TABLE IF NOT EXISTS "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
INSERT INTO django_migrations VALUES(1,'shop','0001_initial','2026-11-25 02:58:22.823510');
INSERT INTO django_migrations VALUES(2,'contenttypes','0001_initial','2026-11-25 02:58:24.824811');
INSERT INTO django_migrations VALUES(3,'contenttypes','0002_remove_content_type_name','2026-11-25 02:58:24.861552');
INSERT INTO django_migrations VALUES(4,'shop','0002_more','2026-11-25 02:58:27.072495');
