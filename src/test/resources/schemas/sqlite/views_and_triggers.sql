-- Queries and statements in every shape that a view or a trigger can hold.
CREATE TABLE accounts (id INTEGER PRIMARY KEY, owner TEXT NOT NULL, balance REAL DEFAULT 0, key TEXT);
CREATE TABLE transfers (
  id INTEGER PRIMARY KEY,
  from_id INTEGER REFERENCES accounts (id),
  to_id INTEGER REFERENCES accounts (id),
  amount REAL NOT NULL,
  at TEXT DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE audit (at TEXT, what TEXT, detail TEXT);

CREATE VIEW owners AS SELECT DISTINCT owner FROM accounts ORDER BY owner COLLATE NOCASE DESC;
CREATE VIEW named_columns (who, "how much") AS SELECT owner, balance FROM accounts WHERE balance <> 0;
CREATE VIEW totals AS
  -- per account
  SELECT a.id, a.owner AS "Owner Name", count(*) AS n, sum(t.amount) total,
         max(CASE WHEN t.amount > 100 THEN 'large' ELSE "small" END) AS size
  FROM accounts AS a LEFT OUTER JOIN transfers t ON t.from_id = a.id
  WHERE a.key IS NOT "x" AND a.owner NOT LIKE 'test%' ESCAPE '\'
  GROUP BY a.id, a.owner HAVING count(*) > 1
  ORDER BY "Owner Name" LIMIT 10 OFFSET 2;
CREATE VIEW everyone AS
  SELECT id, owner FROM accounts UNION ALL SELECT id, "key" FROM accounts EXCEPT VALUES (1, 'nobody');
CREATE VIEW chain AS
  WITH RECURSIVE walk (id, depth) AS (
    SELECT id, 0 FROM accounts WHERE id NOT IN (SELECT to_id FROM transfers)
    UNION
    SELECT t.to_id, w.depth + 1 FROM walk w JOIN transfers t ON t.from_id = w.id WHERE w.depth < 5
  )
  SELECT id, max(depth) AS depth, CAST(avg(depth) AS DECIMAL(4, 1)) AS mean FROM walk GROUP BY id;
CREATE VIEW ranked AS
  SELECT owner, rank() OVER (PARTITION BY key ORDER BY balance DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) r,
         sum(balance) FILTER (WHERE balance > 0) OVER win AS positive
  FROM accounts WINDOW win AS (ORDER BY id);
CREATE VIEW of_view AS SELECT v.*, v.n + 1 FROM totals v WHERE EXISTS (SELECT 1 FROM owners);
CREATE VIEW by_single_quotes AS SELECT 'accounts'.'owner' AS 'the owner' FROM 'accounts';

CREATE TRIGGER accounts_insert AFTER INSERT ON accounts BEGIN
  INSERT INTO audit VALUES (datetime('now'), 'insert', new.owner);
END;
CREATE TRIGGER accounts_default_timing UPDATE OF owner, balance ON accounts
  FOR EACH ROW WHEN old.balance <> new.balance AND new.balance < 0
BEGIN
  SELECT RAISE(ABORT, 'balance must not be negative; ever');
  UPDATE OR REPLACE accounts SET balance = CASE WHEN new.balance < 0 THEN 0 ELSE 1 END WHERE id = old.id;
END;
CREATE TRIGGER accounts_delete BEFORE DELETE ON accounts FOR EACH ROW BEGIN
  DELETE FROM transfers WHERE from_id = old.id OR to_id = old.id;
  INSERT OR IGNORE INTO audit (at, what, detail) SELECT CURRENT_TIMESTAMP, 'delete', old."key";
END;
CREATE TRIGGER transfers_move AFTER INSERT ON transfers WHEN new.amount > 0 BEGIN
  UPDATE accounts SET balance = balance - new.amount WHERE id = new.from_id;
  UPDATE accounts SET balance = balance + new.amount WHERE id = new.to_id;
  INSERT INTO audit VALUES (new.at, 'move', new.amount) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER owners_insert INSTEAD OF INSERT ON owners BEGIN
  INSERT INTO accounts (owner) VALUES (new.owner);
END;
CREATE TRIGGER named_update INSTEAD OF UPDATE OF "how much" ON named_columns BEGIN
  UPDATE accounts SET balance = new."how much" WHERE owner = new.who;
END;
