-- Two tables on one page, as after a copy made while somebody wrote.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'shops')
WHERE name = 'stocks';
