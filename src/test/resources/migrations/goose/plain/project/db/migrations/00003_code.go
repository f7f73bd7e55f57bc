package migrations

func init() { goose.AddMigrationNoTxContext(up, down) }
