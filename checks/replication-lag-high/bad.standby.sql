-- On a primary whose standby replays nothing: SELECT pg_wal_replay_pause() was said there.
CREATE TABLE orders AS SELECT number AS id FROM generate_series(1, 50000000) AS number;
