-- case alembic upgrade
-- expect Alembic public.alembic_version [] 2222bbbb2222 1
-- applied 2222bbbb2222
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
INSERT INTO public.alembic_version VALUES ('2222bbbb2222');
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

-- case alembic with two heads
-- expect Alembic public.alembic_version [] 2222bbbb2222, 3333cccc3333 2
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
INSERT INTO public.alembic_version VALUES ('2222bbbb2222');
INSERT INTO public.alembic_version VALUES ('3333cccc3333');
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

-- case alembic stamp
-- expect Alembic public.alembic_version [] 2222bbbb2222 1
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
INSERT INTO public.alembic_version VALUES ('2222bbbb2222');
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

-- case alembic downgrade to base
-- expect Alembic public.alembic_version []  0
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

-- case alembic upgrade that failed
-- expect Alembic public.alembic_version [] 2222bbbb2222 1
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
INSERT INTO public.alembic_version VALUES ('2222bbbb2222');
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
