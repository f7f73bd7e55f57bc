export default {
  async up(db) { await db.schema.alterTable('users').addColumn('email', 'text').execute() },
  async down(db) {},
}
