"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.down = exports.up = void 0;
async function up(knex) {
  await knex('users').insert({ email: 'admin@example.com' });
}
exports.up = up;
async function down(knex) {
  throw new Error('the first user stays');
}
exports.down = down;
