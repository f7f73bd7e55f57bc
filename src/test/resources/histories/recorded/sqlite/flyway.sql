-- case flyway migrate, twice, with a repeatable migration that changed
-- expect Flyway flyway_schema_history [] 1.10 3
-- applied 1.9 checksum -588629651
-- applied 1.10 checksum 1870533806
-- applied R:my views checksum 1949469705
CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'1.9','first','SQL','V1.9__first.sql',-588629651,'','2026-11-25 03:01:12.398',2,1);
INSERT INTO flyway_schema_history VALUES(2,'1.10','second one','SQL','V1.10__second_one.sql',1870533806,'','2026-11-25 03:01:12.419',1,1);
INSERT INTO flyway_schema_history VALUES(3,NULL,'my views','SQL','R__my_views.sql',2051892001,'','2026-11-25 03:01:12.431',0,1);
INSERT INTO flyway_schema_history VALUES(4,NULL,'my views','SQL','R__my_views.sql',1949469705,'','2026-11-25 03:01:20.776',3,1);

-- case flyway migrate that failed without a transaction
-- expect Flyway flyway_schema_history [] 1.10 3
-- applied 1.9 checksum -588629651
-- applied 1.10 checksum 1870533806
-- applied R:my views checksum 1949469705
-- trouble FAILED 2: V2__broken.sql
CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'1.9','first','SQL','V1.9__first.sql',-588629651,'','2026-11-25 03:01:12.398',2,1);
INSERT INTO flyway_schema_history VALUES(2,'1.10','second one','SQL','V1.10__second_one.sql',1870533806,'','2026-11-25 03:01:12.419',1,1);
INSERT INTO flyway_schema_history VALUES(3,NULL,'my views','SQL','R__my_views.sql',2051892001,'','2026-11-25 03:01:12.431',0,1);
INSERT INTO flyway_schema_history VALUES(4,NULL,'my views','SQL','R__my_views.sql',1949469705,'','2026-11-25 03:01:20.776',3,1);
INSERT INTO flyway_schema_history VALUES(5,'2','broken','SQL','V2__broken.sql',-1238811624,'','2026-11-25 03:01:28.153',127,0);

-- case flyway repair
-- expect Flyway flyway_schema_history [] 1.10 3
-- applied 1.9 checksum -588629651
-- applied 1.10 checksum 1870533806
-- applied R:my views checksum 1949469705
CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'1.9','first','SQL','V1.9__first.sql',-588629651,'','2026-11-25 03:01:12.398',2,1);
INSERT INTO flyway_schema_history VALUES(2,'1.10','second one','SQL','V1.10__second_one.sql',1870533806,'','2026-11-25 03:01:12.419',1,1);
INSERT INTO flyway_schema_history VALUES(3,NULL,'my views','SQL','R__my_views.sql',2051892001,'','2026-11-25 03:01:12.431',0,1);
INSERT INTO flyway_schema_history VALUES(4,NULL,'my views','SQL','R__my_views.sql',1949469705,'','2026-11-25 03:01:20.776',3,1);

-- case flyway baseline
-- expect Flyway flyway_schema_history [] 4 2
-- applied 3 recorded
-- applied 4 checksum -588629651
CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'3.0','<< Flyway Baseline >>','BASELINE','<< Flyway Baseline >>',NULL,'','2026-11-25 03:01:44.448',0,1);
INSERT INTO flyway_schema_history VALUES(2,'4','later','SQL','V4__later.sql',-588629651,'','2026-11-25 03:01:53.897',106,1);
