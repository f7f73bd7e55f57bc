-- Names that break whoever pastes them: quotes, dots, new lines, markup, escapes, nothing but spaces, 63 bytes.
CREATE SCHEMA "public; DROP SCHEMA public";
CREATE SCHEMA "a.b";
CREATE SCHEMA "it's ""a"" schema";

CREATE TABLE "a.b"."c.d" ("e.f" integer PRIMARY KEY, "select" text DEFAULT 'x''y', "Übergrößenträger" text);
CREATE TABLE "it's ""a"" schema"."line
break and	tab" (
  "new
line" integer CONSTRAINT "check
constraint" CHECK ("new
line" > 0),
  " " text DEFAULT ' ',
  "%s ${x} {{y}} $1 \n \\" text,
  "<script>alert('x')</script>" text,
  "::error file=x::y" text,
  U&"\001B[31mred\001B[0m" text,
  "--" text,
  "/*" text,
  "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀" text,
  "a_name_of_exactly_sixty_three_bytes_that_fills_all_the_room_it_g" text,
  U&"rtl \202Eoverride" text,
  CONSTRAINT "key, ""quoted""" PRIMARY KEY (" ", "new
line")
);
CREATE INDEX "index; --" ON "it's ""a"" schema"."line
break and	tab" (lower("%s ${x} {{y}} $1 \n \\"), "--" DESC, "/*") WHERE "<script>alert('x')</script>" <> 'a''b';
CREATE TABLE "it's ""a"" schema"."refers, to" (
  a integer REFERENCES "a.b"."c.d" ("e.f"),
  b integer, " " text,
  CONSTRAINT "foreign ""key""" FOREIGN KEY (" ", b) REFERENCES "it's ""a"" schema"."line
break and	tab" (" ", "new
line"));
COMMENT ON TABLE "a.b"."c.d" IS 'a comment with ''quotes'', "more", a \ and
--
-- a line that looks like a comment
SELECT 1;';
COMMENT ON COLUMN "a.b"."c.d"."e.f" IS E'<b>😀</b> ::warning:: \x1b[1m';
CREATE TYPE "it's ""a"" schema"."type, (x)" AS ENUM ('a,b', '{c}', '"d"', 'e
f', ' ', '\');
CREATE DOMAIN "it's ""a"" schema"."domain[]" AS "it's ""a"" schema"."type, (x)"
  CHECK (VALUE <> 'a,b') DEFAULT '{c}';
CREATE TYPE "it's ""a"" schema"."pair ""x""" AS ("a,b" integer, "(c)" "it's ""a"" schema"."domain[]");
CREATE FUNCTION "it's ""a"" schema"."call()"("a b" "it's ""a"" schema"."pair ""x""", "c,d" text[] DEFAULT '{"x,y","z"}')
  RETURNS TABLE ("x y" integer, "Z" text) LANGUAGE sql AS $_$ SELECT 1, '$$'::text $_$;
CREATE VIEW "it's ""a"" schema"."view.of ""c.d""" AS SELECT "e.f", "select" AS "from" FROM "a.b"."c.d";
CREATE SEQUENCE "a.b"."se'quence" OWNED BY "a.b"."c.d"."e.f";
CREATE FUNCTION "it's ""a"" schema"."fire!"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER "trigger ""x"" on" AFTER INSERT ON "a.b"."c.d"
  FOR EACH ROW EXECUTE FUNCTION "it's ""a"" schema"."fire!"('a''b', 'c"d', E'e\nf');
CREATE POLICY "policy; y" ON "a.b"."c.d" TO "Corpus, ""odd""=r/w 'x'" USING ("select" = 'x');
GRANT SELECT ("e.f") ON "a.b"."c.d" TO "Corpus, ""odd""=r/w 'x'";
ALTER TABLE "a.b"."c.d" OWNER TO "Corpus, ""odd""=r/w 'x'";
CREATE TABLE "public; DROP SCHEMA public"."pg_class" (oid integer, relname text);
CREATE TABLE "public; DROP SCHEMA public"."pg_temp" ("ctid " tid, "tableoid?" oid);
CREATE STATISTICS "a.b"."stats, of" ON "select", "Übergrößenträger" FROM "a.b"."c.d";
CREATE PUBLICATION "corpus ""odd"" publication" FOR TABLE "a.b"."c.d";
CREATE OPERATOR "a.b".<-+-> (LEFTARG = text, RIGHTARG = text, FUNCTION = textcat);
