-- case sqitch deploy
-- expect Sqitch changes [dependencies, events, projects, releases, tags] shop:users 2
-- applied shop:start checksum bb439695da5906047f576a293309bc8b3ba116a5
-- applied shop:users checksum 2b0c62958f7bc57adb87f11570fa0c2f35879238
CREATE TABLE releases (
    version         FLOAT       PRIMARY KEY,
    installed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    installer_name  TEXT        NOT NULL,
    installer_email TEXT        NOT NULL
);
INSERT INTO releases VALUES(1.1000000000000000888,'2026-11-25 02:59:04.707','Ann','ann@example.com');
CREATE TABLE projects (
    project         TEXT        PRIMARY KEY,
    uri             TEXT            NULL UNIQUE,
    created_at      DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    creator_name    TEXT        NOT NULL,
    creator_email   TEXT        NOT NULL
);
INSERT INTO projects VALUES('shop',NULL,'2026-11-25 02:59:04.766','Ann','ann@example.com');
CREATE TABLE changes (
    change_id       TEXT        PRIMARY KEY,
    script_hash     TEXT            NULL,
    change          TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    UNIQUE(project, script_hash)
);
INSERT INTO changes VALUES('3456c8f40bdd8b3df59e737b7ae1bd0065418012','bb439695da5906047f576a293309bc8b3ba116a5','start','shop','make start','2026-11-25 02:59:04.855','Ann','ann@example.com','2026-11-25 02:58:58','Ann','ann@example.com');
INSERT INTO changes VALUES('9f6847e26b622353d048dcc936e8848ff4017a10','2b0c62958f7bc57adb87f11570fa0c2f35879238','users','shop','make users','2026-11-25 02:59:04.979','Ann','ann@example.com','2026-11-25 02:59:00','Ann','ann@example.com');
CREATE TABLE tags (
    tag_id          TEXT        PRIMARY KEY,
    tag             TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    change_id       TEXT        NOT NULL REFERENCES changes(change_id) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    UNIQUE(project, tag)
);
CREATE TABLE dependencies (
    change_id       TEXT        NOT NULL REFERENCES changes(change_id) ON UPDATE CASCADE ON DELETE CASCADE,
    type            TEXT        NOT NULL,
    dependency      TEXT        NOT NULL,
    dependency_id   TEXT            NULL REFERENCES changes(change_id) ON UPDATE CASCADE
                                         CONSTRAINT dependencies_check CHECK (
            (type = 'require'  AND dependency_id IS NOT NULL)
         OR (type = 'conflict' AND dependency_id IS NULL)
    ),
    PRIMARY KEY (change_id, dependency)
);
CREATE TABLE events (
    event           TEXT        NOT NULL CONSTRAINT events_event_check CHECK (
        event IN ('deploy', 'revert', 'fail', 'merge')
    ),
    change_id       TEXT        NOT NULL,
    change          TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    requires        TEXT        NOT NULL DEFAULT '',
    conflicts       TEXT        NOT NULL DEFAULT '',
    tags            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    PRIMARY KEY (change_id, committed_at)
);
INSERT INTO events VALUES('deploy','3456c8f40bdd8b3df59e737b7ae1bd0065418012','start','shop','make start','','','','2026-11-25 02:59:04.855','Ann','ann@example.com','2026-11-25 02:58:58','Ann','ann@example.com');
INSERT INTO events VALUES('deploy','9f6847e26b622353d048dcc936e8848ff4017a10','users','shop','make users','','','','2026-11-25 02:59:04.979','Ann','ann@example.com','2026-11-25 02:59:00','Ann','ann@example.com');

-- case sqitch deploy that failed
-- expect Sqitch changes [dependencies, events, projects, releases, tags] shop:users 2
-- applied shop:start checksum bb439695da5906047f576a293309bc8b3ba116a5
-- applied shop:users checksum 2b0c62958f7bc57adb87f11570fa0c2f35879238
-- trouble FAILED shop:broken: make broken
CREATE TABLE releases (
    version         FLOAT       PRIMARY KEY,
    installed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    installer_name  TEXT        NOT NULL,
    installer_email TEXT        NOT NULL
);
INSERT INTO releases VALUES(1.1000000000000000888,'2026-11-25 02:59:04.707','Ann','ann@example.com');
CREATE TABLE projects (
    project         TEXT        PRIMARY KEY,
    uri             TEXT            NULL UNIQUE,
    created_at      DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    creator_name    TEXT        NOT NULL,
    creator_email   TEXT        NOT NULL
);
INSERT INTO projects VALUES('shop',NULL,'2026-11-25 02:59:04.766','Ann','ann@example.com');
CREATE TABLE changes (
    change_id       TEXT        PRIMARY KEY,
    script_hash     TEXT            NULL,
    change          TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    UNIQUE(project, script_hash)
);
INSERT INTO changes VALUES('3456c8f40bdd8b3df59e737b7ae1bd0065418012','bb439695da5906047f576a293309bc8b3ba116a5','start','shop','make start','2026-11-25 02:59:04.855','Ann','ann@example.com','2026-11-25 02:58:58','Ann','ann@example.com');
INSERT INTO changes VALUES('9f6847e26b622353d048dcc936e8848ff4017a10','2b0c62958f7bc57adb87f11570fa0c2f35879238','users','shop','make users','2026-11-25 02:59:04.979','Ann','ann@example.com','2026-11-25 02:59:00','Ann','ann@example.com');
CREATE TABLE tags (
    tag_id          TEXT        PRIMARY KEY,
    tag             TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    change_id       TEXT        NOT NULL REFERENCES changes(change_id) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    UNIQUE(project, tag)
);
CREATE TABLE dependencies (
    change_id       TEXT        NOT NULL REFERENCES changes(change_id) ON UPDATE CASCADE ON DELETE CASCADE,
    type            TEXT        NOT NULL,
    dependency      TEXT        NOT NULL,
    dependency_id   TEXT            NULL REFERENCES changes(change_id) ON UPDATE CASCADE
                                         CONSTRAINT dependencies_check CHECK (
            (type = 'require'  AND dependency_id IS NOT NULL)
         OR (type = 'conflict' AND dependency_id IS NULL)
    ),
    PRIMARY KEY (change_id, dependency)
);
CREATE TABLE events (
    event           TEXT        NOT NULL CONSTRAINT events_event_check CHECK (
        event IN ('deploy', 'revert', 'fail', 'merge')
    ),
    change_id       TEXT        NOT NULL,
    change          TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    requires        TEXT        NOT NULL DEFAULT '',
    conflicts       TEXT        NOT NULL DEFAULT '',
    tags            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    PRIMARY KEY (change_id, committed_at)
);
INSERT INTO events VALUES('deploy','3456c8f40bdd8b3df59e737b7ae1bd0065418012','start','shop','make start','','','','2026-11-25 02:59:04.855','Ann','ann@example.com','2026-11-25 02:58:58','Ann','ann@example.com');
INSERT INTO events VALUES('deploy','9f6847e26b622353d048dcc936e8848ff4017a10','users','shop','make users','','','','2026-11-25 02:59:04.979','Ann','ann@example.com','2026-11-25 02:59:00','Ann','ann@example.com');
INSERT INTO events VALUES('fail','71b227f2c5dc1f6bcd381d012ab19c9b3bbfd40e','broken','shop','make broken','','','','2026-11-25 02:59:09.640','Ann','ann@example.com','2026-11-25 02:59:02','Ann','ann@example.com');

-- case sqitch deploy that failed and was mended
-- expect Sqitch changes [dependencies, events, projects, releases, tags] shop:broken 3
-- applied shop:start checksum bb439695da5906047f576a293309bc8b3ba116a5
-- applied shop:users checksum 2b0c62958f7bc57adb87f11570fa0c2f35879238
-- applied shop:broken checksum cd3c0dd680d5f3890a46b2f6b14f1219c43e3cd2
CREATE TABLE releases (
    version         FLOAT       PRIMARY KEY,
    installed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    installer_name  TEXT        NOT NULL,
    installer_email TEXT        NOT NULL
);
INSERT INTO releases VALUES(1.1000000000000000888,'2026-11-25 02:59:04.707','Ann','ann@example.com');
CREATE TABLE projects (
    project         TEXT        PRIMARY KEY,
    uri             TEXT            NULL UNIQUE,
    created_at      DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    creator_name    TEXT        NOT NULL,
    creator_email   TEXT        NOT NULL
);
INSERT INTO projects VALUES('shop',NULL,'2026-11-25 02:59:04.766','Ann','ann@example.com');
CREATE TABLE changes (
    change_id       TEXT        PRIMARY KEY,
    script_hash     TEXT            NULL,
    change          TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    UNIQUE(project, script_hash)
);
INSERT INTO changes VALUES('3456c8f40bdd8b3df59e737b7ae1bd0065418012','bb439695da5906047f576a293309bc8b3ba116a5','start','shop','make start','2026-11-25 02:59:04.855','Ann','ann@example.com','2026-11-25 02:58:58','Ann','ann@example.com');
INSERT INTO changes VALUES('9f6847e26b622353d048dcc936e8848ff4017a10','2b0c62958f7bc57adb87f11570fa0c2f35879238','users','shop','make users','2026-11-25 02:59:04.979','Ann','ann@example.com','2026-11-25 02:59:00','Ann','ann@example.com');
INSERT INTO changes VALUES('71b227f2c5dc1f6bcd381d012ab19c9b3bbfd40e','cd3c0dd680d5f3890a46b2f6b14f1219c43e3cd2','broken','shop','make broken','2026-11-25 02:59:14.898','Ann','ann@example.com','2026-11-25 02:59:02','Ann','ann@example.com');
CREATE TABLE tags (
    tag_id          TEXT        PRIMARY KEY,
    tag             TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    change_id       TEXT        NOT NULL REFERENCES changes(change_id) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    UNIQUE(project, tag)
);
CREATE TABLE dependencies (
    change_id       TEXT        NOT NULL REFERENCES changes(change_id) ON UPDATE CASCADE ON DELETE CASCADE,
    type            TEXT        NOT NULL,
    dependency      TEXT        NOT NULL,
    dependency_id   TEXT            NULL REFERENCES changes(change_id) ON UPDATE CASCADE
                                         CONSTRAINT dependencies_check CHECK (
            (type = 'require'  AND dependency_id IS NOT NULL)
         OR (type = 'conflict' AND dependency_id IS NULL)
    ),
    PRIMARY KEY (change_id, dependency)
);
CREATE TABLE events (
    event           TEXT        NOT NULL CONSTRAINT events_event_check CHECK (
        event IN ('deploy', 'revert', 'fail', 'merge')
    ),
    change_id       TEXT        NOT NULL,
    change          TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    requires        TEXT        NOT NULL DEFAULT '',
    conflicts       TEXT        NOT NULL DEFAULT '',
    tags            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    PRIMARY KEY (change_id, committed_at)
);
INSERT INTO events VALUES('deploy','3456c8f40bdd8b3df59e737b7ae1bd0065418012','start','shop','make start','','','','2026-11-25 02:59:04.855','Ann','ann@example.com','2026-11-25 02:58:58','Ann','ann@example.com');
INSERT INTO events VALUES('deploy','9f6847e26b622353d048dcc936e8848ff4017a10','users','shop','make users','','','','2026-11-25 02:59:04.979','Ann','ann@example.com','2026-11-25 02:59:00','Ann','ann@example.com');
INSERT INTO events VALUES('fail','71b227f2c5dc1f6bcd381d012ab19c9b3bbfd40e','broken','shop','make broken','','','','2026-11-25 02:59:09.640','Ann','ann@example.com','2026-11-25 02:59:02','Ann','ann@example.com');
INSERT INTO events VALUES('deploy','71b227f2c5dc1f6bcd381d012ab19c9b3bbfd40e','broken','shop','make broken','','','','2026-11-25 02:59:14.898','Ann','ann@example.com','2026-11-25 02:59:02','Ann','ann@example.com');

-- case sqitch revert
-- expect Sqitch changes [dependencies, events, projects, releases, tags] shop:start 1
-- applied shop:start checksum bb439695da5906047f576a293309bc8b3ba116a5
CREATE TABLE releases (
    version         FLOAT       PRIMARY KEY,
    installed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    installer_name  TEXT        NOT NULL,
    installer_email TEXT        NOT NULL
);
INSERT INTO releases VALUES(1.1000000000000000888,'2026-11-25 02:59:04.707','Ann','ann@example.com');
CREATE TABLE projects (
    project         TEXT        PRIMARY KEY,
    uri             TEXT            NULL UNIQUE,
    created_at      DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    creator_name    TEXT        NOT NULL,
    creator_email   TEXT        NOT NULL
);
INSERT INTO projects VALUES('shop',NULL,'2026-11-25 02:59:04.766','Ann','ann@example.com');
CREATE TABLE changes (
    change_id       TEXT        PRIMARY KEY,
    script_hash     TEXT            NULL,
    change          TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    UNIQUE(project, script_hash)
);
INSERT INTO changes VALUES('3456c8f40bdd8b3df59e737b7ae1bd0065418012','bb439695da5906047f576a293309bc8b3ba116a5','start','shop','make start','2026-11-25 02:59:04.855','Ann','ann@example.com','2026-11-25 02:58:58','Ann','ann@example.com');
CREATE TABLE tags (
    tag_id          TEXT        PRIMARY KEY,
    tag             TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    change_id       TEXT        NOT NULL REFERENCES changes(change_id) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    UNIQUE(project, tag)
);
CREATE TABLE dependencies (
    change_id       TEXT        NOT NULL REFERENCES changes(change_id) ON UPDATE CASCADE ON DELETE CASCADE,
    type            TEXT        NOT NULL,
    dependency      TEXT        NOT NULL,
    dependency_id   TEXT            NULL REFERENCES changes(change_id) ON UPDATE CASCADE
                                         CONSTRAINT dependencies_check CHECK (
            (type = 'require'  AND dependency_id IS NOT NULL)
         OR (type = 'conflict' AND dependency_id IS NULL)
    ),
    PRIMARY KEY (change_id, dependency)
);
CREATE TABLE events (
    event           TEXT        NOT NULL CONSTRAINT events_event_check CHECK (
        event IN ('deploy', 'revert', 'fail', 'merge')
    ),
    change_id       TEXT        NOT NULL,
    change          TEXT        NOT NULL,
    project         TEXT        NOT NULL REFERENCES projects(project) ON UPDATE CASCADE,
    note            TEXT        NOT NULL DEFAULT '',
    requires        TEXT        NOT NULL DEFAULT '',
    conflicts       TEXT        NOT NULL DEFAULT '',
    tags            TEXT        NOT NULL DEFAULT '',
    committed_at    DATETIME    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    committer_name  TEXT        NOT NULL,
    committer_email TEXT        NOT NULL,
    planned_at      DATETIME    NOT NULL,
    planner_name    TEXT        NOT NULL,
    planner_email   TEXT        NOT NULL,
    PRIMARY KEY (change_id, committed_at)
);
INSERT INTO events VALUES('deploy','3456c8f40bdd8b3df59e737b7ae1bd0065418012','start','shop','make start','','','','2026-11-25 02:59:04.855','Ann','ann@example.com','2026-11-25 02:58:58','Ann','ann@example.com');
INSERT INTO events VALUES('deploy','9f6847e26b622353d048dcc936e8848ff4017a10','users','shop','make users','','','','2026-11-25 02:59:04.979','Ann','ann@example.com','2026-11-25 02:59:00','Ann','ann@example.com');
INSERT INTO events VALUES('fail','71b227f2c5dc1f6bcd381d012ab19c9b3bbfd40e','broken','shop','make broken','','','','2026-11-25 02:59:09.640','Ann','ann@example.com','2026-11-25 02:59:02','Ann','ann@example.com');
INSERT INTO events VALUES('deploy','71b227f2c5dc1f6bcd381d012ab19c9b3bbfd40e','broken','shop','make broken','','','','2026-11-25 02:59:14.898','Ann','ann@example.com','2026-11-25 02:59:02','Ann','ann@example.com');
INSERT INTO events VALUES('revert','71b227f2c5dc1f6bcd381d012ab19c9b3bbfd40e','broken','shop','make broken','','','','2026-11-25 02:59:19.175','Ann','ann@example.com','2026-11-25 02:59:02','Ann','ann@example.com');
INSERT INTO events VALUES('revert','9f6847e26b622353d048dcc936e8848ff4017a10','users','shop','make users','','','','2026-11-25 02:59:19.489','Ann','ann@example.com','2026-11-25 02:59:00','Ann','ann@example.com');
