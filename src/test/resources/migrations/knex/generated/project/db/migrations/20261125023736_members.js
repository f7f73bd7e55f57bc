const up = async (knex) => {
  await knex.schema.createTable('members', (t) => t.increments())
}
module.exports = { up, async down(knex) { await knex.schema.dropTable('members') }, config: { transaction: true } }
