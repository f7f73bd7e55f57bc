'use strict';

module.exports = {
  up: (queryInterface, Sequelize) => {
    return queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.addColumn('users', 'name', Sequelize.STRING, { transaction });
    });
  },
  down: () => Promise.resolve(),
};
