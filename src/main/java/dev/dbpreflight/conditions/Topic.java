package dev.dbpreflight.conditions;

/** What conditions are about, so that a rule can tell which unread facts are its own. */
public enum Topic {
  /** All of {@link Conditions#activity()}. */
  ACTIVITY,
  /** See {@link Capacity#archiver()}. */
  ARCHIVER,
  /** Whether there is a backup: see {@link Backup#absence()}. */
  BACKUP,
  /** See {@link Backup#made()}. */
  BACKUP_AGE,
  /** See {@link BackupContents#damage()}. */
  BACKUP_DAMAGE,
  /** See {@link RestoredBackup}. */
  BACKUP_RESTORE,
  /** How much the tables hold, in the backup or in the target. */
  BACKUP_ROWS,
  /** See {@link BackupContents#tables()}. */
  BACKUP_TABLES,
  /** See {@link Capacity#connections()}. */
  CONNECTIONS,
  /** See {@link Capacity#database()}. */
  DATABASE_SIZE,
  /** See {@link Conditions#extensions()}. */
  EXTENSIONS,
  /** See {@link FileContent#damage()} and {@link FileContent#violations()}. */
  FILE_INTEGRITY,
  /** See {@link FileUser.Use#READING} and {@link FileUser.Use#WRITING}. */
  FILE_LOCKS,
  /** See {@link FileContent#orphans()}. */
  FILE_ORPHANS,
  /** See {@link FilePages}. */
  FILE_PAGES,
  /** See {@link DatabaseFile#faults()}. */
  FILE_RIGHTS,
  /** See {@link DatabaseFile#store()}. */
  FILE_STORE,
  /** See {@link DatabaseFile#users()}. */
  FILE_USERS,
  /** On which tables maintenance works. */
  MAINTENANCE,
  /** See {@link Conditions#migratingRole()}. */
  MIGRATING_ROLE,
  /** Which migration is running at this moment; a history has its locks. */
  MIGRATION_LOCKS,
  /** See {@link Capacity#slots()}. */
  REPLICATION_SLOTS,
  /** See {@link Conditions#roleSettings()}. */
  ROLE_SETTINGS,
  /** See {@link Conditions#server()}. */
  SERVER_MODE,
  /** See {@link Capacity#standbys()}. */
  STANDBYS,
  /** See {@link Capacity#tables()}. */
  TABLE_SIZES,
  /** What open transactions do, and since when. */
  TRANSACTIONS,
  /** See {@link Capacity#oldest()}. */
  TRANSACTION_AGE
}
