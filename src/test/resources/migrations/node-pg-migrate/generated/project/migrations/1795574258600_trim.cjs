exports.up = (pgm) => {
  pgm.sql('update users set email = trim(email)');
};
