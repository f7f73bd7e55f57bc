-- case dbmate up
-- expect dbmate or Rails public.schema_migrations [] 20260102000000 2
-- applied 20260101000000
-- applied 20260102000000
CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);
INSERT INTO public.schema_migrations VALUES ('20260101000000');
INSERT INTO public.schema_migrations VALUES ('20260102000000');
ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);

-- case dbmate migrate that failed without a transaction
-- expect dbmate or Rails public.schema_migrations [] 20260102000000 2
-- applied 20260101000000
-- applied 20260102000000
CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);
INSERT INTO public.schema_migrations VALUES ('20260101000000');
INSERT INTO public.schema_migrations VALUES ('20260102000000');
ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);

-- case dbmate rollback
-- expect dbmate or Rails public.schema_migrations [] 20260101000000 1
CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);
INSERT INTO public.schema_migrations VALUES ('20260101000000');
ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);
