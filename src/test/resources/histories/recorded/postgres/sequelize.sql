-- case sequelize with umzug up
-- expect Sequelize public.SequelizeMeta [] 20260102000000-b.js 2
-- applied 20260101000000-a.js
-- applied 20260102000000-b.js
CREATE TABLE public."SequelizeMeta" (
    name character varying(255) NOT NULL
);
INSERT INTO public."SequelizeMeta" VALUES ('20260101000000-a.js');
INSERT INTO public."SequelizeMeta" VALUES ('20260102000000-b.js');
ALTER TABLE ONLY public."SequelizeMeta"
    ADD CONSTRAINT "SequelizeMeta_pkey" PRIMARY KEY (name);

-- case sequelize with umzug up that failed
-- expect Sequelize public.SequelizeMeta [] 20260102000000-b.js 2
-- applied 20260101000000-a.js
-- applied 20260102000000-b.js
CREATE TABLE public."SequelizeMeta" (
    name character varying(255) NOT NULL
);
INSERT INTO public."SequelizeMeta" VALUES ('20260101000000-a.js');
INSERT INTO public."SequelizeMeta" VALUES ('20260102000000-b.js');
ALTER TABLE ONLY public."SequelizeMeta"
    ADD CONSTRAINT "SequelizeMeta_pkey" PRIMARY KEY (name);

-- case sequelize with umzug down
-- expect Sequelize public.SequelizeMeta [] 20260101000000-a.js 1
CREATE TABLE public."SequelizeMeta" (
    name character varying(255) NOT NULL
);
INSERT INTO public."SequelizeMeta" VALUES ('20260101000000-a.js');
ALTER TABLE ONLY public."SequelizeMeta"
    ADD CONSTRAINT "SequelizeMeta_pkey" PRIMARY KEY (name);
