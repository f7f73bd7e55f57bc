-- case liquibase update with a change set marked as ran
-- expect Liquibase public.databasechangelog [public.databasechangeloglock] db/main.sql::3::ann 3
-- applied db/main.sql::1::ann checksum 9:d1adcc68aefaaf6eda6605876222c8a2
-- applied db/main.sql::two::bob checksum 9:e6cf1b2ec73c825ec61b1511203ec861 recorded
-- applied db/main.sql::3::ann checksum 9:284e0ca1739e283b3a8584a1d65c9f5b
CREATE TABLE public.databasechangelog (
    id character varying(255) NOT NULL,
    author character varying(255) NOT NULL,
    filename character varying(255) NOT NULL,
    dateexecuted timestamp without time zone NOT NULL,
    orderexecuted integer NOT NULL,
    exectype character varying(10) NOT NULL,
    md5sum character varying(35),
    description character varying(255),
    comments character varying(255),
    tag character varying(255),
    liquibase character varying(20),
    contexts character varying(255),
    labels character varying(255),
    deployment_id character varying(10)
);
CREATE TABLE public.databasechangeloglock (
    id integer NOT NULL,
    locked boolean NOT NULL,
    lockgranted timestamp without time zone,
    lockedby character varying(255)
);
INSERT INTO public.databasechangelog VALUES ('1', 'ann', 'db/main.sql', '2026-11-25 03:03:13.595131', 1, 'EXECUTED', '9:d1adcc68aefaaf6eda6605876222c8a2', 'sql', '', NULL, '5.0.4', NULL, NULL, '5575790813');
INSERT INTO public.databasechangelog VALUES ('two', 'bob', 'db/main.sql', '2026-11-25 03:03:13.601289', 2, 'MARK_RAN', '9:e6cf1b2ec73c825ec61b1511203ec861', 'sql', '', NULL, '5.0.4', NULL, NULL, '5575790813');
INSERT INTO public.databasechangelog VALUES ('3', 'ann', 'db/main.sql', '2026-11-25 03:03:13.607599', 3, 'EXECUTED', '9:284e0ca1739e283b3a8584a1d65c9f5b', 'sql', '', NULL, '5.0.4', NULL, NULL, '5575790813');
INSERT INTO public.databasechangeloglock VALUES (1, false, NULL, NULL);
ALTER TABLE ONLY public.databasechangeloglock
    ADD CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id);

-- case liquibase tag on an empty history
-- expect Liquibase public.databasechangelog [public.databasechangeloglock]  0
CREATE TABLE public.databasechangelog (
    id character varying(255) NOT NULL,
    author character varying(255) NOT NULL,
    filename character varying(255) NOT NULL,
    dateexecuted timestamp without time zone NOT NULL,
    orderexecuted integer NOT NULL,
    exectype character varying(10) NOT NULL,
    md5sum character varying(35),
    description character varying(255),
    comments character varying(255),
    tag character varying(255),
    liquibase character varying(20),
    contexts character varying(255),
    labels character varying(255),
    deployment_id character varying(10)
);
CREATE TABLE public.databasechangeloglock (
    id integer NOT NULL,
    locked boolean NOT NULL,
    lockgranted timestamp without time zone,
    lockedby character varying(255)
);
INSERT INTO public.databasechangelog VALUES ('1795575800459', 'liquibase', 'liquibase-internal', '2026-11-25 03:03:20.453654', 1, 'EXECUTED', '9:d41d8cd98f00b204e9800998ecf8427e', 'empty', '', 'start', '5.0.4', NULL, NULL, '5575797547');
INSERT INTO public.databasechangeloglock VALUES (1, false, NULL, NULL);
ALTER TABLE ONLY public.databasechangeloglock
    ADD CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id);

-- case liquibase changelog-sync
-- expect Liquibase public.databasechangelog [public.databasechangeloglock] db/main.sql::3::ann 3
-- applied db/main.sql::1::ann checksum 9:d1adcc68aefaaf6eda6605876222c8a2
-- applied db/main.sql::two::bob checksum 9:e6cf1b2ec73c825ec61b1511203ec861
-- applied db/main.sql::3::ann checksum 9:284e0ca1739e283b3a8584a1d65c9f5b
CREATE TABLE public.databasechangelog (
    id character varying(255) NOT NULL,
    author character varying(255) NOT NULL,
    filename character varying(255) NOT NULL,
    dateexecuted timestamp without time zone NOT NULL,
    orderexecuted integer NOT NULL,
    exectype character varying(10) NOT NULL,
    md5sum character varying(35),
    description character varying(255),
    comments character varying(255),
    tag character varying(255),
    liquibase character varying(20),
    contexts character varying(255),
    labels character varying(255),
    deployment_id character varying(10)
);
CREATE TABLE public.databasechangeloglock (
    id integer NOT NULL,
    locked boolean NOT NULL,
    lockgranted timestamp without time zone,
    lockedby character varying(255)
);
INSERT INTO public.databasechangelog VALUES ('1795575800459', 'liquibase', 'liquibase-internal', '2026-11-25 03:03:20.453654', 1, 'EXECUTED', '9:d41d8cd98f00b204e9800998ecf8427e', 'empty', '', 'start', '5.0.4', NULL, NULL, '5575797547');
INSERT INTO public.databasechangelog VALUES ('1', 'ann', 'db/main.sql', '2026-11-25 03:03:23.928977', 2, 'EXECUTED', '9:d1adcc68aefaaf6eda6605876222c8a2', 'sql', '', NULL, '5.0.4', NULL, NULL, '5575801701');
INSERT INTO public.databasechangelog VALUES ('two', 'bob', 'db/main.sql', '2026-11-25 03:03:24.093467', 3, 'EXECUTED', '9:e6cf1b2ec73c825ec61b1511203ec861', 'sql', '', NULL, '5.0.4', NULL, NULL, '5575801701');
INSERT INTO public.databasechangelog VALUES ('3', 'ann', 'db/main.sql', '2026-11-25 03:03:24.096127', 4, 'EXECUTED', '9:284e0ca1739e283b3a8584a1d65c9f5b', 'sql', '', NULL, '5.0.4', NULL, NULL, '5575801701');
INSERT INTO public.databasechangeloglock VALUES (1, false, NULL, NULL);
ALTER TABLE ONLY public.databasechangeloglock
    ADD CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id);

-- case liquibase update that failed without a transaction
-- expect Liquibase public.databasechangelog [public.databasechangeloglock] db/bad.sql::1::ann 1
CREATE TABLE public.databasechangelog (
    id character varying(255) NOT NULL,
    author character varying(255) NOT NULL,
    filename character varying(255) NOT NULL,
    dateexecuted timestamp without time zone NOT NULL,
    orderexecuted integer NOT NULL,
    exectype character varying(10) NOT NULL,
    md5sum character varying(35),
    description character varying(255),
    comments character varying(255),
    tag character varying(255),
    liquibase character varying(20),
    contexts character varying(255),
    labels character varying(255),
    deployment_id character varying(10)
);
CREATE TABLE public.databasechangeloglock (
    id integer NOT NULL,
    locked boolean NOT NULL,
    lockgranted timestamp without time zone,
    lockedby character varying(255)
);
INSERT INTO public.databasechangelog VALUES ('1', 'ann', 'db/bad.sql', '2026-11-25 03:03:29.981858', 1, 'EXECUTED', '9:925065b26a052119bea31a5e3cde35d5', 'sql', '', NULL, '5.0.4', NULL, NULL, '5575805763');
INSERT INTO public.databasechangeloglock VALUES (1, false, NULL, NULL);
ALTER TABLE ONLY public.databasechangeloglock
    ADD CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id);

-- case liquibase update that was killed
-- expect Liquibase public.databasechangelog [public.databasechangeloglock] db/slow.sql::1::ann 1
-- lock ROW runner (10.0.0.1)
CREATE TABLE public.databasechangelog (
    id character varying(255) NOT NULL,
    author character varying(255) NOT NULL,
    filename character varying(255) NOT NULL,
    dateexecuted timestamp without time zone NOT NULL,
    orderexecuted integer NOT NULL,
    exectype character varying(10) NOT NULL,
    md5sum character varying(35),
    description character varying(255),
    comments character varying(255),
    tag character varying(255),
    liquibase character varying(20),
    contexts character varying(255),
    labels character varying(255),
    deployment_id character varying(10)
);
CREATE TABLE public.databasechangeloglock (
    id integer NOT NULL,
    locked boolean NOT NULL,
    lockgranted timestamp without time zone,
    lockedby character varying(255)
);
INSERT INTO public.databasechangelog VALUES ('1', 'ann', 'db/slow.sql', '2026-11-25 03:03:36.552368', 1, 'EXECUTED', '9:d1adcc68aefaaf6eda6605876222c8a2', 'sql', '', NULL, '5.0.4', NULL, NULL, '5575812014');
INSERT INTO public.databasechangeloglock VALUES (1, true, '2026-11-25 03:03:36.480943', 'runner (10.0.0.1)');
ALTER TABLE ONLY public.databasechangeloglock
    ADD CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id);
