import { DataSource } from "typeorm"

export const AppDataSource = new DataSource({
  type: "better-sqlite3",
  database: "shop.db",
  entities: [],
  migrationsTransactionMode: "each",
  migrations: [__dirname + "/migration/**/*{.ts,.js}"],
})
