import { sql } from 'kysely'

export async function up(db) {
  await sql`create index ${sql.ref('users_id')} on users (id)`.execute(db)
}
