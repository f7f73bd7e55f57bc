-- PostgreSQL 17
CREATE TABLE events (at date) PARTITION BY RANGE (at);
CREATE INDEX ON events (at);
