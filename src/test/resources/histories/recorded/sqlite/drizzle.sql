-- case drizzle migrate
-- expect Drizzle __drizzle_migrations [] 1767225600001 2
-- applied 1767225600000 checksum 2a5db00cca2af102e9d89bf4098111a536c59c8349daec511d581857c63c541d
-- applied 1767225600001 checksum 9c6785a1ca7bf574d7bca1232deb0139ec4dca2bf8946873297ad49ff8e62813
CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			);
INSERT INTO __drizzle_migrations VALUES(NULL,'2a5db00cca2af102e9d89bf4098111a536c59c8349daec511d581857c63c541d',1767225600000);
INSERT INTO __drizzle_migrations VALUES(NULL,'9c6785a1ca7bf574d7bca1232deb0139ec4dca2bf8946873297ad49ff8e62813',1767225600001);

-- case drizzle migrate that failed
-- expect Drizzle __drizzle_migrations [] 1767225600001 2
-- applied 1767225600000 checksum 2a5db00cca2af102e9d89bf4098111a536c59c8349daec511d581857c63c541d
-- applied 1767225600001 checksum 9c6785a1ca7bf574d7bca1232deb0139ec4dca2bf8946873297ad49ff8e62813
CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			);
INSERT INTO __drizzle_migrations VALUES(NULL,'2a5db00cca2af102e9d89bf4098111a536c59c8349daec511d581857c63c541d',1767225600000);
INSERT INTO __drizzle_migrations VALUES(NULL,'9c6785a1ca7bf574d7bca1232deb0139ec4dca2bf8946873297ad49ff8e62813',1767225600001);
