exports.up = (pgm) => {
  pgm.addColumns('users', { name: 'text' });
};
exports.down = false;
