-- Roles belong to the server, not to a database: made once, before every case.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY[
    'corpus_owner', 'corpus_reader', 'corpus_writer', 'corpus_auditor', 'Corpus, "odd"=r/w ''x''']
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I', role_name);
    END IF;
  END LOOP;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'corpus_super') THEN
    CREATE ROLE corpus_super SUPERUSER;
  END IF;
END
$$;
