-- Names can hold anything.
CREATE TABLE """; drop table users; --" (
  "a""b" TEXT,
  [c d] INTEGER,
  `e``f` TEXT,
  'g''h' TEXT,
  "[x]" TEXT,
  "line
break" TEXT,
  "tab	" TEXT,
  "🐘" TEXT DEFAULT '🐘',
  größe INTEGER CHECK (größe > 0),
  "GRÖSSE" INTEGER,
  "" TEXT,
  "select" INTEGER,
  "1st" INTEGER,
  "a.b" TEXT,
  "a--b" TEXT,
  "/*c*/" TEXT,
  "(p)" TEXT UNIQUE,
  "%s" TEXT,
  "\" TEXT,
  CONSTRAINT "a; ""check""" CHECK ("a""b" <> [c d] AND "select" > "1st"),
  UNIQUE ("a.b", "🐘"),
  UNIQUE (""),
  FOREIGN KEY ("select") REFERENCES "from" ("where")
);
CREATE TABLE "" (a, b);
CREATE TABLE "from" ("where" INTEGER PRIMARY KEY, "group" TEXT, "order" INTEGER);
CREATE TABLE "table" (key TEXT, action TEXT, "index" INTEGER, begin, "end", desc, "asc" CHECK (key <> desc));
CREATE TABLE "with space" ("a b" INTEGER REFERENCES "with space" ("c d"), "c d" INTEGER UNIQUE);
CREATE TABLE "::error::" ("<script>alert(1)</script>" TEXT, "[31mred" TEXT);
CREATE TABLE "percent%_" (a);
CREATE TABLE sqlitelike (a);
CREATE INDEX "i""1" ON """; drop table users; --" ("a""b" DESC, lower("[x]")) WHERE "select" IS NOT NULL;
CREATE INDEX "table index" ON "table" (key, "index", "end");
CREATE TRIGGER "" DELETE ON "table" WHEN old.key AND old."end" OR old.action BEGIN SELECT "end", key, begin FROM "table"; END;
CREATE INDEX "percent%_i" ON "percent%_" (a);
CREATE VIEW "v; select" AS SELECT "a""b", [c d] AS "x ""y""", "from"."where" FROM """; drop table users; --", "from";
CREATE VIEW "order" AS SELECT "order" AS "by", "group" FROM "from" ORDER BY "order";
CREATE TRIGGER "tr""igger" AFTER UPDATE OF [c d] ON """; drop table users; --" WHEN new."" = '"' BEGIN
  UPDATE "from" SET "group" = '; end; --' || new."🐘" WHERE "where" = old."select";
END;
