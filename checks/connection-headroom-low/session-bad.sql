-- Somebody else is connected.
SELECT 1;
