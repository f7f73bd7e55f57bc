package db.changes;
