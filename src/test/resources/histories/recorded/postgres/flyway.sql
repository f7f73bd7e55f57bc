-- case flyway migrate, twice, with a repeatable migration that changed
-- expect Flyway public.flyway_schema_history [] 1.10 3
-- applied 1.9 checksum -588629651
-- applied 1.10 checksum 1870533806
-- applied R:my views checksum 1949469705
CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
INSERT INTO public.flyway_schema_history VALUES (1, '1.9', 'first', 'SQL', 'V1.9__first.sql', -588629651, 'postgres', '2026-11-25 03:00:13.747949', 23, true);
INSERT INTO public.flyway_schema_history VALUES (2, '1.10', 'second one', 'SQL', 'V1.10__second_one.sql', 1870533806, 'postgres', '2026-11-25 03:00:13.795338', 4, true);
INSERT INTO public.flyway_schema_history VALUES (3, NULL, 'my views', 'SQL', 'R__my_views.sql', 2051892001, 'postgres', '2026-11-25 03:00:13.815367', 7, true);
INSERT INTO public.flyway_schema_history VALUES (4, NULL, 'my views', 'SQL', 'R__my_views.sql', 1949469705, 'postgres', '2026-11-25 03:00:21.241185', 102, true);
ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);

-- case flyway migrate that failed without a transaction
-- expect Flyway public.flyway_schema_history [] 1.10 3
-- applied 1.9 checksum -588629651
-- applied 1.10 checksum 1870533806
-- applied R:my views checksum 1949469705
-- trouble FAILED 2: V2__broken.sql
CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
INSERT INTO public.flyway_schema_history VALUES (1, '1.9', 'first', 'SQL', 'V1.9__first.sql', -588629651, 'postgres', '2026-11-25 03:00:13.747949', 23, true);
INSERT INTO public.flyway_schema_history VALUES (2, '1.10', 'second one', 'SQL', 'V1.10__second_one.sql', 1870533806, 'postgres', '2026-11-25 03:00:13.795338', 4, true);
INSERT INTO public.flyway_schema_history VALUES (3, NULL, 'my views', 'SQL', 'R__my_views.sql', 2051892001, 'postgres', '2026-11-25 03:00:13.815367', 7, true);
INSERT INTO public.flyway_schema_history VALUES (4, NULL, 'my views', 'SQL', 'R__my_views.sql', 1949469705, 'postgres', '2026-11-25 03:00:21.241185', 102, true);
INSERT INTO public.flyway_schema_history VALUES (5, '2', 'broken', 'SQL', 'V2__broken.sql', -1238811624, 'postgres', '2026-11-25 03:00:29.790766', 105, false);
ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);

-- case flyway repair
-- expect Flyway public.flyway_schema_history [] 1.10 3
-- applied 1.9 checksum -588629651
-- applied 1.10 checksum 1870533806
-- applied R:my views checksum 1949469705
CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
INSERT INTO public.flyway_schema_history VALUES (1, '1.9', 'first', 'SQL', 'V1.9__first.sql', -588629651, 'postgres', '2026-11-25 03:00:13.747949', 23, true);
INSERT INTO public.flyway_schema_history VALUES (2, '1.10', 'second one', 'SQL', 'V1.10__second_one.sql', 1870533806, 'postgres', '2026-11-25 03:00:13.795338', 4, true);
INSERT INTO public.flyway_schema_history VALUES (3, NULL, 'my views', 'SQL', 'R__my_views.sql', 2051892001, 'postgres', '2026-11-25 03:00:13.815367', 7, true);
INSERT INTO public.flyway_schema_history VALUES (4, NULL, 'my views', 'SQL', 'R__my_views.sql', 1949469705, 'postgres', '2026-11-25 03:00:21.241185', 102, true);
ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);

-- case flyway baseline
-- expect Flyway public.flyway_schema_history [] 4 2
-- applied 3 recorded
-- applied 4 checksum -588629651
CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);
INSERT INTO public.flyway_schema_history VALUES (1, '3.0', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', NULL, 'postgres', '2026-11-25 03:00:48.593167', 0, true);
INSERT INTO public.flyway_schema_history VALUES (2, '4', 'later', 'SQL', 'V4__later.sql', -588629651, 'postgres', '2026-11-25 03:00:59.850538', 11, true);
ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);
CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);
