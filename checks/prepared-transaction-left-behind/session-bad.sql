BEGIN; UPDATE accounts SET fee = 0; PREPARE TRANSACTION 'transfer 17';
