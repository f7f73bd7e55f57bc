-- As scripts do that change a table without copying it.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'amount INTEGER', 'amount INTEGER NOT NULL')
WHERE name = 'stocks';
