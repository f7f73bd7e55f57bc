-- case sqitch deploy
-- expect Sqitch sqitch.changes [sqitch.dependencies, sqitch.events, sqitch.projects, sqitch.releases, sqitch.tags] shop:users 2
-- applied shop:start checksum bb439695da5906047f576a293309bc8b3ba116a5
-- applied shop:users checksum 2b0c62958f7bc57adb87f11570fa0c2f35879238
CREATE SCHEMA sqitch;
CREATE TABLE sqitch.changes (
    change_id text NOT NULL,
    script_hash text,
    change text NOT NULL,
    project text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL
);
CREATE TABLE sqitch.dependencies (
    change_id text NOT NULL,
    type text NOT NULL,
    dependency text NOT NULL,
    dependency_id text,
    CONSTRAINT dependencies_check CHECK ((((type = 'require'::text) AND (dependency_id IS NOT NULL)) OR ((type = 'conflict'::text) AND (dependency_id IS NULL))))
);
CREATE TABLE sqitch.events (
    event text NOT NULL,
    change_id text NOT NULL,
    change text NOT NULL,
    project text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    requires text[] DEFAULT '{}'::text[] NOT NULL,
    conflicts text[] DEFAULT '{}'::text[] NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL,
    CONSTRAINT events_event_check CHECK ((event = ANY (ARRAY['deploy'::text, 'revert'::text, 'fail'::text, 'merge'::text])))
);
CREATE TABLE sqitch.projects (
    project text NOT NULL,
    uri text,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    creator_name text NOT NULL,
    creator_email text NOT NULL
);
CREATE TABLE sqitch.releases (
    version real NOT NULL,
    installed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    installer_name text NOT NULL,
    installer_email text NOT NULL
);
CREATE TABLE sqitch.tags (
    tag_id text NOT NULL,
    tag text NOT NULL,
    project text NOT NULL,
    change_id text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL
);
INSERT INTO sqitch.changes VALUES ('f8185c090fead630460c7a41932207a1694b892f', 'bb439695da5906047f576a293309bc8b3ba116a5', 'start', 'shop', 'make start', '2026-11-25 02:58:39.006396+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:32+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.changes VALUES ('c23802c109b921938d95dd30631de585fa00b10c', '2b0c62958f7bc57adb87f11570fa0c2f35879238', 'users', 'shop', 'make users', '2026-11-25 02:58:39.431732+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:34+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('deploy', 'f8185c090fead630460c7a41932207a1694b892f', 'start', 'shop', 'make start', '{}', '{}', '{}', '2026-11-25 02:58:39.030163+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:32+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('deploy', 'c23802c109b921938d95dd30631de585fa00b10c', 'users', 'shop', 'make users', '{}', '{}', '{}', '2026-11-25 02:58:39.433665+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:34+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.projects VALUES ('shop', NULL, '2026-11-25 02:58:38.612615+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.releases VALUES (1.1, '2026-11-25 02:58:38.611479+00', 'Ann', 'ann@example.com');
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (change_id);
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_project_script_hash_key UNIQUE (project, script_hash);
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_pkey PRIMARY KEY (change_id, dependency);
ALTER TABLE ONLY sqitch.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (change_id, committed_at);
ALTER TABLE ONLY sqitch.projects
    ADD CONSTRAINT projects_pkey PRIMARY KEY (project);
ALTER TABLE ONLY sqitch.projects
    ADD CONSTRAINT projects_uri_key UNIQUE (uri);
ALTER TABLE ONLY sqitch.releases
    ADD CONSTRAINT releases_pkey PRIMARY KEY (version);
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (tag_id);
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_project_tag_key UNIQUE (project, tag);
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_change_id_fkey FOREIGN KEY (change_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_dependency_id_fkey FOREIGN KEY (dependency_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.events
    ADD CONSTRAINT events_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_change_id_fkey FOREIGN KEY (change_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;

-- case sqitch deploy that failed
-- expect Sqitch sqitch.changes [sqitch.dependencies, sqitch.events, sqitch.projects, sqitch.releases, sqitch.tags] shop:users 2
-- applied shop:start checksum bb439695da5906047f576a293309bc8b3ba116a5
-- applied shop:users checksum 2b0c62958f7bc57adb87f11570fa0c2f35879238
-- trouble FAILED shop:broken: make broken
CREATE SCHEMA sqitch;
CREATE TABLE sqitch.changes (
    change_id text NOT NULL,
    script_hash text,
    change text NOT NULL,
    project text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL
);
CREATE TABLE sqitch.dependencies (
    change_id text NOT NULL,
    type text NOT NULL,
    dependency text NOT NULL,
    dependency_id text,
    CONSTRAINT dependencies_check CHECK ((((type = 'require'::text) AND (dependency_id IS NOT NULL)) OR ((type = 'conflict'::text) AND (dependency_id IS NULL))))
);
CREATE TABLE sqitch.events (
    event text NOT NULL,
    change_id text NOT NULL,
    change text NOT NULL,
    project text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    requires text[] DEFAULT '{}'::text[] NOT NULL,
    conflicts text[] DEFAULT '{}'::text[] NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL,
    CONSTRAINT events_event_check CHECK ((event = ANY (ARRAY['deploy'::text, 'revert'::text, 'fail'::text, 'merge'::text])))
);
CREATE TABLE sqitch.projects (
    project text NOT NULL,
    uri text,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    creator_name text NOT NULL,
    creator_email text NOT NULL
);
CREATE TABLE sqitch.releases (
    version real NOT NULL,
    installed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    installer_name text NOT NULL,
    installer_email text NOT NULL
);
CREATE TABLE sqitch.tags (
    tag_id text NOT NULL,
    tag text NOT NULL,
    project text NOT NULL,
    change_id text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL
);
INSERT INTO sqitch.changes VALUES ('f8185c090fead630460c7a41932207a1694b892f', 'bb439695da5906047f576a293309bc8b3ba116a5', 'start', 'shop', 'make start', '2026-11-25 02:58:39.006396+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:32+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.changes VALUES ('c23802c109b921938d95dd30631de585fa00b10c', '2b0c62958f7bc57adb87f11570fa0c2f35879238', 'users', 'shop', 'make users', '2026-11-25 02:58:39.431732+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:34+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('deploy', 'f8185c090fead630460c7a41932207a1694b892f', 'start', 'shop', 'make start', '{}', '{}', '{}', '2026-11-25 02:58:39.030163+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:32+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('deploy', 'c23802c109b921938d95dd30631de585fa00b10c', 'users', 'shop', 'make users', '{}', '{}', '{}', '2026-11-25 02:58:39.433665+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:34+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('fail', 'c25a6ff7266260020d2087e94eceb6471a0b4dac', 'broken', 'shop', 'make broken', '{}', '{}', '{}', '2026-11-25 02:58:44.38445+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:36+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.projects VALUES ('shop', NULL, '2026-11-25 02:58:38.612615+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.releases VALUES (1.1, '2026-11-25 02:58:38.611479+00', 'Ann', 'ann@example.com');
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (change_id);
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_project_script_hash_key UNIQUE (project, script_hash);
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_pkey PRIMARY KEY (change_id, dependency);
ALTER TABLE ONLY sqitch.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (change_id, committed_at);
ALTER TABLE ONLY sqitch.projects
    ADD CONSTRAINT projects_pkey PRIMARY KEY (project);
ALTER TABLE ONLY sqitch.projects
    ADD CONSTRAINT projects_uri_key UNIQUE (uri);
ALTER TABLE ONLY sqitch.releases
    ADD CONSTRAINT releases_pkey PRIMARY KEY (version);
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (tag_id);
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_project_tag_key UNIQUE (project, tag);
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_change_id_fkey FOREIGN KEY (change_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_dependency_id_fkey FOREIGN KEY (dependency_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.events
    ADD CONSTRAINT events_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_change_id_fkey FOREIGN KEY (change_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;

-- case sqitch deploy that failed and was mended
-- expect Sqitch sqitch.changes [sqitch.dependencies, sqitch.events, sqitch.projects, sqitch.releases, sqitch.tags] shop:broken 3
-- applied shop:start checksum bb439695da5906047f576a293309bc8b3ba116a5
-- applied shop:users checksum 2b0c62958f7bc57adb87f11570fa0c2f35879238
-- applied shop:broken checksum cd3c0dd680d5f3890a46b2f6b14f1219c43e3cd2
CREATE SCHEMA sqitch;
CREATE TABLE sqitch.changes (
    change_id text NOT NULL,
    script_hash text,
    change text NOT NULL,
    project text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL
);
CREATE TABLE sqitch.dependencies (
    change_id text NOT NULL,
    type text NOT NULL,
    dependency text NOT NULL,
    dependency_id text,
    CONSTRAINT dependencies_check CHECK ((((type = 'require'::text) AND (dependency_id IS NOT NULL)) OR ((type = 'conflict'::text) AND (dependency_id IS NULL))))
);
CREATE TABLE sqitch.events (
    event text NOT NULL,
    change_id text NOT NULL,
    change text NOT NULL,
    project text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    requires text[] DEFAULT '{}'::text[] NOT NULL,
    conflicts text[] DEFAULT '{}'::text[] NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL,
    CONSTRAINT events_event_check CHECK ((event = ANY (ARRAY['deploy'::text, 'revert'::text, 'fail'::text, 'merge'::text])))
);
CREATE TABLE sqitch.projects (
    project text NOT NULL,
    uri text,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    creator_name text NOT NULL,
    creator_email text NOT NULL
);
CREATE TABLE sqitch.releases (
    version real NOT NULL,
    installed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    installer_name text NOT NULL,
    installer_email text NOT NULL
);
CREATE TABLE sqitch.tags (
    tag_id text NOT NULL,
    tag text NOT NULL,
    project text NOT NULL,
    change_id text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL
);
INSERT INTO sqitch.changes VALUES ('f8185c090fead630460c7a41932207a1694b892f', 'bb439695da5906047f576a293309bc8b3ba116a5', 'start', 'shop', 'make start', '2026-11-25 02:58:39.006396+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:32+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.changes VALUES ('c23802c109b921938d95dd30631de585fa00b10c', '2b0c62958f7bc57adb87f11570fa0c2f35879238', 'users', 'shop', 'make users', '2026-11-25 02:58:39.431732+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:34+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.changes VALUES ('c25a6ff7266260020d2087e94eceb6471a0b4dac', 'cd3c0dd680d5f3890a46b2f6b14f1219c43e3cd2', 'broken', 'shop', 'make broken', '2026-11-25 02:58:49.266442+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:36+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('deploy', 'f8185c090fead630460c7a41932207a1694b892f', 'start', 'shop', 'make start', '{}', '{}', '{}', '2026-11-25 02:58:39.030163+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:32+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('deploy', 'c23802c109b921938d95dd30631de585fa00b10c', 'users', 'shop', 'make users', '{}', '{}', '{}', '2026-11-25 02:58:39.433665+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:34+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('fail', 'c25a6ff7266260020d2087e94eceb6471a0b4dac', 'broken', 'shop', 'make broken', '{}', '{}', '{}', '2026-11-25 02:58:44.38445+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:36+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('deploy', 'c25a6ff7266260020d2087e94eceb6471a0b4dac', 'broken', 'shop', 'make broken', '{}', '{}', '{}', '2026-11-25 02:58:49.267683+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:36+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.projects VALUES ('shop', NULL, '2026-11-25 02:58:38.612615+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.releases VALUES (1.1, '2026-11-25 02:58:38.611479+00', 'Ann', 'ann@example.com');
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (change_id);
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_project_script_hash_key UNIQUE (project, script_hash);
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_pkey PRIMARY KEY (change_id, dependency);
ALTER TABLE ONLY sqitch.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (change_id, committed_at);
ALTER TABLE ONLY sqitch.projects
    ADD CONSTRAINT projects_pkey PRIMARY KEY (project);
ALTER TABLE ONLY sqitch.projects
    ADD CONSTRAINT projects_uri_key UNIQUE (uri);
ALTER TABLE ONLY sqitch.releases
    ADD CONSTRAINT releases_pkey PRIMARY KEY (version);
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (tag_id);
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_project_tag_key UNIQUE (project, tag);
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_change_id_fkey FOREIGN KEY (change_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_dependency_id_fkey FOREIGN KEY (dependency_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.events
    ADD CONSTRAINT events_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_change_id_fkey FOREIGN KEY (change_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;

-- case sqitch revert
-- expect Sqitch sqitch.changes [sqitch.dependencies, sqitch.events, sqitch.projects, sqitch.releases, sqitch.tags] shop:start 1
-- applied shop:start checksum bb439695da5906047f576a293309bc8b3ba116a5
CREATE SCHEMA sqitch;
CREATE TABLE sqitch.changes (
    change_id text NOT NULL,
    script_hash text,
    change text NOT NULL,
    project text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL
);
CREATE TABLE sqitch.dependencies (
    change_id text NOT NULL,
    type text NOT NULL,
    dependency text NOT NULL,
    dependency_id text,
    CONSTRAINT dependencies_check CHECK ((((type = 'require'::text) AND (dependency_id IS NOT NULL)) OR ((type = 'conflict'::text) AND (dependency_id IS NULL))))
);
CREATE TABLE sqitch.events (
    event text NOT NULL,
    change_id text NOT NULL,
    change text NOT NULL,
    project text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    requires text[] DEFAULT '{}'::text[] NOT NULL,
    conflicts text[] DEFAULT '{}'::text[] NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL,
    CONSTRAINT events_event_check CHECK ((event = ANY (ARRAY['deploy'::text, 'revert'::text, 'fail'::text, 'merge'::text])))
);
CREATE TABLE sqitch.projects (
    project text NOT NULL,
    uri text,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    creator_name text NOT NULL,
    creator_email text NOT NULL
);
CREATE TABLE sqitch.releases (
    version real NOT NULL,
    installed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    installer_name text NOT NULL,
    installer_email text NOT NULL
);
CREATE TABLE sqitch.tags (
    tag_id text NOT NULL,
    tag text NOT NULL,
    project text NOT NULL,
    change_id text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    committed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    committer_name text NOT NULL,
    committer_email text NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    planner_name text NOT NULL,
    planner_email text NOT NULL
);
INSERT INTO sqitch.changes VALUES ('f8185c090fead630460c7a41932207a1694b892f', 'bb439695da5906047f576a293309bc8b3ba116a5', 'start', 'shop', 'make start', '2026-11-25 02:58:39.006396+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:32+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('deploy', 'f8185c090fead630460c7a41932207a1694b892f', 'start', 'shop', 'make start', '{}', '{}', '{}', '2026-11-25 02:58:39.030163+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:32+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('deploy', 'c23802c109b921938d95dd30631de585fa00b10c', 'users', 'shop', 'make users', '{}', '{}', '{}', '2026-11-25 02:58:39.433665+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:34+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('fail', 'c25a6ff7266260020d2087e94eceb6471a0b4dac', 'broken', 'shop', 'make broken', '{}', '{}', '{}', '2026-11-25 02:58:44.38445+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:36+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('deploy', 'c25a6ff7266260020d2087e94eceb6471a0b4dac', 'broken', 'shop', 'make broken', '{}', '{}', '{}', '2026-11-25 02:58:49.267683+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:36+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('revert', 'c25a6ff7266260020d2087e94eceb6471a0b4dac', 'broken', 'shop', 'make broken', '{}', '{}', '{}', '2026-11-25 02:58:52.672824+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:36+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.events VALUES ('revert', 'c23802c109b921938d95dd30631de585fa00b10c', 'users', 'shop', 'make users', '{}', '{}', '{}', '2026-11-25 02:58:52.887965+00', 'Ann', 'ann@example.com', '2026-11-25 02:58:34+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.projects VALUES ('shop', NULL, '2026-11-25 02:58:38.612615+00', 'Ann', 'ann@example.com');
INSERT INTO sqitch.releases VALUES (1.1, '2026-11-25 02:58:38.611479+00', 'Ann', 'ann@example.com');
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (change_id);
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_project_script_hash_key UNIQUE (project, script_hash);
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_pkey PRIMARY KEY (change_id, dependency);
ALTER TABLE ONLY sqitch.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (change_id, committed_at);
ALTER TABLE ONLY sqitch.projects
    ADD CONSTRAINT projects_pkey PRIMARY KEY (project);
ALTER TABLE ONLY sqitch.projects
    ADD CONSTRAINT projects_uri_key UNIQUE (uri);
ALTER TABLE ONLY sqitch.releases
    ADD CONSTRAINT releases_pkey PRIMARY KEY (version);
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (tag_id);
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_project_tag_key UNIQUE (project, tag);
ALTER TABLE ONLY sqitch.changes
    ADD CONSTRAINT changes_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_change_id_fkey FOREIGN KEY (change_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY sqitch.dependencies
    ADD CONSTRAINT dependencies_dependency_id_fkey FOREIGN KEY (dependency_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.events
    ADD CONSTRAINT events_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_change_id_fkey FOREIGN KEY (change_id) REFERENCES sqitch.changes(change_id) ON UPDATE CASCADE;
ALTER TABLE ONLY sqitch.tags
    ADD CONSTRAINT tags_project_fkey FOREIGN KEY (project) REFERENCES sqitch.projects(project) ON UPDATE CASCADE;
