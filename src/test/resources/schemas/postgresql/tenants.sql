-- Software for many tenants: one set of tables, row security everywhere, keys that carry the tenant.
CREATE EXTENSION pgcrypto;
CREATE SCHEMA app;
CREATE SCHEMA private;
REVOKE ALL ON SCHEMA private FROM PUBLIC;
GRANT USAGE ON SCHEMA app TO corpus_writer, corpus_reader;

CREATE TYPE app.plan AS ENUM ('free', 'team', 'enterprise');
CREATE TYPE app.role AS ENUM ('owner', 'admin', 'member', 'guest');

CREATE FUNCTION private.current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.tenant', true), '')::uuid $$;

CREATE TABLE app.tenant (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{2,40}$'),
  plan app.plan DEFAULT 'free' NOT NULL,
  seats integer DEFAULT 5 NOT NULL,
  settings jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  CHECK (plan <> 'free' OR seats <= 5));
CREATE TABLE app.member (
  tenant_id uuid DEFAULT private.current_tenant() NOT NULL REFERENCES app.tenant ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  email text NOT NULL,
  role app.role DEFAULT 'member' NOT NULL,
  password_hash text,
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, email)) STORED,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id));
CREATE UNIQUE INDEX member_email ON app.member (tenant_id, lower(email)) WHERE deleted_at IS NULL;
CREATE INDEX member_search ON app.member USING gin (search);
CREATE TABLE app.project (
  tenant_id uuid DEFAULT private.current_tenant() NOT NULL REFERENCES app.tenant ON DELETE CASCADE,
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  owner_id bigint,
  archived boolean DEFAULT false NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, owner_id) REFERENCES app.member (tenant_id, id));
CREATE TABLE app.task (
  tenant_id uuid DEFAULT private.current_tenant() NOT NULL,
  project_id bigint NOT NULL,
  number integer NOT NULL,
  title text NOT NULL,
  state text DEFAULT 'open' NOT NULL CHECK (state = ANY (ARRAY['open', 'doing', 'done'])),
  labels text[] DEFAULT '{}'::text[] NOT NULL,
  due date,
  PRIMARY KEY (tenant_id, project_id, number),
  FOREIGN KEY (tenant_id, project_id) REFERENCES app.project ON DELETE CASCADE);
CREATE INDEX task_open ON app.task (tenant_id, due) WHERE state IN ('open', 'doing');
CREATE TABLE app.audit (
  tenant_id uuid, at timestamptz DEFAULT clock_timestamp() NOT NULL, who text DEFAULT SESSION_USER NOT NULL,
  table_name regclass, old jsonb, new jsonb) WITH (fillfactor=100);

CREATE FUNCTION private.audited() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = '' AS $$
BEGIN
  INSERT INTO app.audit (tenant_id, table_name, old, new)
  VALUES (coalesce(NEW.tenant_id, OLD.tenant_id), TG_RELID::regclass, to_jsonb(OLD), to_jsonb(NEW));
  RETURN NULL;
END
$$;
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON app.member
  FOR EACH ROW EXECUTE FUNCTION private.audited();
CREATE TRIGGER audited AFTER INSERT OR DELETE OR UPDATE ON app.project
  FOR EACH ROW EXECUTE FUNCTION private.audited();

ALTER TABLE app.tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.member ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.member FORCE ROW LEVEL SECURITY;
ALTER TABLE app.project ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.task ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON app.tenant USING (id = private.current_tenant());
CREATE POLICY tenant_isolation ON app.member TO corpus_writer, corpus_reader
  USING (tenant_id = private.current_tenant()) WITH CHECK (tenant_id = private.current_tenant());
CREATE POLICY tenant_isolation ON app.project USING (tenant_id = private.current_tenant());
CREATE POLICY tenant_isolation ON app.task USING (tenant_id = private.current_tenant());
CREATE POLICY no_guests ON app.task AS RESTRICTIVE FOR DELETE TO corpus_writer
  USING ((SELECT count(*) FROM app.member m WHERE m.role IN ('owner', 'admin')) > 0);

CREATE VIEW app.colleague WITH (security_barrier) AS
  SELECT id, email, role FROM app.member WHERE deleted_at IS NULL;
GRANT SELECT ON app.colleague TO corpus_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA app TO corpus_writer;
GRANT SELECT (id, slug) ON app.tenant TO corpus_reader;
