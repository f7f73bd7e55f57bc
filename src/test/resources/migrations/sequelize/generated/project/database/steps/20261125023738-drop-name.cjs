module.exports.up = async ({ sequelize }) => {
  await sequelize.query("create index users_email on users (email)");
};
