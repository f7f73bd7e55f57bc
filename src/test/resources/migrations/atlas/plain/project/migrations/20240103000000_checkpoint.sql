-- atlas:checkpoint

CREATE TABLE "shops" ("id" bigint NOT NULL);
