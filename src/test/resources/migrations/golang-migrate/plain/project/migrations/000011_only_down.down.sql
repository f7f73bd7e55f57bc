select 11;
