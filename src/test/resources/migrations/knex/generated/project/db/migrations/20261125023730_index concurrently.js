exports.up = (knex) => knex.raw('create index users_email on users (email)')

exports.down = (knex) => knex.raw('drop index users_email')

exports.config = { transaction: false }
