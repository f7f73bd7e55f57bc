CREATE TABLE "[31mred[0m" ("[31mred[0m" TEXT);
CREATE TABLE "two
lines
	and a tab" ("two
lines
	and a tab" TEXT);
CREATE TABLE "<script>alert(1)</script>" ("<script>alert(1)</script>" TEXT);
CREATE TABLE "::error::pwned" ("::error::pwned" TEXT);
CREATE TABLE "a name that is long enough to be broken into two lines ::error ::of a log" ("a name that is long enough to be broken into two lines ::error ::of a log" TEXT);
CREATE TABLE "##vso[task.setvariable variable=x]y" ("##vso[task.setvariable variable=x]y" TEXT);
CREATE TABLE "‮gnp.exe ⁦x⁩ ​  " ("‮gnp.exe ⁦x⁩ ​  " TEXT);
CREATE TABLE "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀abc" ("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀abc" TEXT);
CREATE TABLE """; drop table users; --" ("""; drop table users; --" TEXT);
CREATE TABLE "]]> %s ${x} `id` $(id) \n" ("]]> %s ${x} `id` $(id) \n" TEXT);
CREATE TABLE "alembic_version
" ("alembic_version
" TEXT);
