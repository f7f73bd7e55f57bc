-- The same after autovacuum, or this:
VACUUM (FREEZE) orders;
