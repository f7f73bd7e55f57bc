-- case django migrate
-- expect Django public.django_migrations [] shop.0002_more 2
-- applied shop.0001_initial
-- applied shop.0002_more
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.django_migrations_id_seq OWNED BY public.django_migrations.id;
ALTER TABLE ONLY public.django_migrations ALTER COLUMN id SET DEFAULT nextval('public.django_migrations_id_seq'::regclass);
INSERT INTO public.django_migrations VALUES (1, 'shop', '0001_initial', '2026-11-25 02:58:07.620546+00');
INSERT INTO public.django_migrations VALUES (2, 'shop', '0002_more', '2026-11-25 02:58:07.628691+00');
SELECT pg_catalog.setval('public.django_migrations_id_seq', 2, true);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

-- case django migrate that failed without a transaction
-- expect Django public.django_migrations [] shop.0002_more 2
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.django_migrations_id_seq OWNED BY public.django_migrations.id;
ALTER TABLE ONLY public.django_migrations ALTER COLUMN id SET DEFAULT nextval('public.django_migrations_id_seq'::regclass);
INSERT INTO public.django_migrations VALUES (1, 'shop', '0001_initial', '2026-11-25 02:58:07.620546+00');
INSERT INTO public.django_migrations VALUES (2, 'shop', '0002_more', '2026-11-25 02:58:07.628691+00');
SELECT pg_catalog.setval('public.django_migrations_id_seq', 2, true);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

-- case django migrate to zero
-- expect Django public.django_migrations []  0
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.django_migrations_id_seq OWNED BY public.django_migrations.id;
ALTER TABLE ONLY public.django_migrations ALTER COLUMN id SET DEFAULT nextval('public.django_migrations_id_seq'::regclass);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 2, true);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

-- case django migrate of two apps, one faked
-- expect Django public.django_migrations [] contenttypes.0002_remove_content_type_name, shop.0002_more 4
-- applied shop.0001_initial
-- applied contenttypes.0001_initial
-- applied contenttypes.0002_remove_content_type_name
-- applied shop.0002_more
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.django_migrations_id_seq OWNED BY public.django_migrations.id;
ALTER TABLE ONLY public.django_migrations ALTER COLUMN id SET DEFAULT nextval('public.django_migrations_id_seq'::regclass);
INSERT INTO public.django_migrations VALUES (1, 'shop', '0001_initial', '2026-11-25 02:58:14.151511+00');
INSERT INTO public.django_migrations VALUES (2, 'contenttypes', '0001_initial', '2026-11-25 02:58:15.70726+00');
INSERT INTO public.django_migrations VALUES (3, 'contenttypes', '0002_remove_content_type_name', '2026-11-25 02:58:15.728181+00');
INSERT INTO public.django_migrations VALUES (4, 'shop', '0002_more', '2026-11-25 02:58:17.730478+00');
SELECT pg_catalog.setval('public.django_migrations_id_seq', 4, true);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
