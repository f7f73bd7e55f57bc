-- case kysely migrateToLatest
-- expect Kysely public.kysely_migration [public.kysely_migration_lock] 2026-01-02_b 2
-- applied 2026-01-01_a
-- applied 2026-01-02_b
CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);
CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);
INSERT INTO public.kysely_migration VALUES ('2026-01-01_a', '2026-11-25T03:08:25.472Z');
INSERT INTO public.kysely_migration VALUES ('2026-01-02_b', '2026-11-25T03:08:25.486Z');
INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);
ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);

-- case kysely migrateToLatest that failed
-- expect Kysely public.kysely_migration [public.kysely_migration_lock] 2026-01-02_b 2
-- applied 2026-01-01_a
-- applied 2026-01-02_b
CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);
CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);
INSERT INTO public.kysely_migration VALUES ('2026-01-01_a', '2026-11-25T03:08:25.472Z');
INSERT INTO public.kysely_migration VALUES ('2026-01-02_b', '2026-11-25T03:08:25.486Z');
INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);
ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);

-- case kysely migrateToLatest that was killed
-- expect Kysely public.kysely_migration [public.kysely_migration_lock]  0
CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);
CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);
INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);
ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);
