/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.up = function(knex) {
  // A "}" in a comment, in a 'string' and in a template closes nothing.
  const note = `}${[1, 2].map((n) => `${n}}`).join('}')} /* not a comment */`;
  return knex.schema.createTable('users', (table) => {
    table.increments('id');
    table.string('email').notNullable().comment(note.replace(/[/}'"`]/g, ''));
  });
};

/**
 * @param { import("knex").Knex } knex
 * @returns { Promise<void> }
 */
exports.down = function(knex) {
  return knex.schema.dropTable('users');
};
