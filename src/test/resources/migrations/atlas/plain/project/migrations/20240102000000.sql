-- atlas:txmode none

CREATE INDEX CONCURRENTLY "a" ON "shops" ("id");
