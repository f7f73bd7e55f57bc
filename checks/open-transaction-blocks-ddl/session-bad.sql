BEGIN; SELECT * FROM accounts;
