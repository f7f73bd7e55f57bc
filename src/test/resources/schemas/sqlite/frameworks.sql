-- Tables as the usual frameworks write them.
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
CREATE TABLE "auth_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "age" smallint unsigned NULL CHECK ("age" >= 0), "balance" decimal NOT NULL, "extra" text NOT NULL CHECK ((JSON_VALID("extra") OR "extra" IS NULL)));
CREATE TABLE "auth_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" integer NOT NULL REFERENCES "auth_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" bigint NOT NULL, CONSTRAINT "one_group" UNIQUE ("user_id", "group_id"), CONSTRAINT "not_zero" CHECK (NOT ("group_id" = 0)));
CREATE UNIQUE INDEX "auth_user_groups_uniq" ON "auth_user_groups" ("user_id", "group_id");
CREATE INDEX "auth_user_lower" ON "auth_user" ((LOWER("username")));
CREATE UNIQUE INDEX "one_superuser" ON "auth_user" ("is_superuser") WHERE "is_superuser";
CREATE TABLE "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);
CREATE TABLE "ar_internal_metadata" ("key" varchar NOT NULL PRIMARY KEY, "value" varchar, "created_at" datetime(6) NOT NULL, "updated_at" datetime(6) NOT NULL);
CREATE TABLE "articles" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "title" varchar DEFAULT 'untitled', "published" boolean DEFAULT 0 NOT NULL, "user_id" integer, CONSTRAINT "fk_rails_3d31dad1cc"
FOREIGN KEY ("user_id")
  REFERENCES "auth_user" ("id")
 ON DELETE CASCADE);
CREATE INDEX "index_articles_on_user_id" ON "articles" ("user_id");
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE tickets (
	id INTEGER NOT NULL, 
	state VARCHAR(6) DEFAULT 'open' NOT NULL, 
	owner_id INTEGER, 
	created DATETIME DEFAULT (CURRENT_TIMESTAMP) NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT ticket_state CHECK (state IN ('open', 'closed')), 
	FOREIGN KEY(owner_id) REFERENCES auth_user (id)
);
CREATE TABLE `knex_users` (`id` integer not null primary key autoincrement, `email` varchar(255) null, `at` datetime default CURRENT_TIMESTAMP, foreign key(`id`) references `auth_user`(`id`) on delete CASCADE);
CREATE UNIQUE INDEX `knex_users_email_unique` on `knex_users` (`email`);
CREATE TABLE "PrismaPost" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "authorId" INTEGER,
    CONSTRAINT "PrismaPost_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "auth_user" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "PrismaPost_createdAt_key" ON "PrismaPost"("createdAt" DESC);
