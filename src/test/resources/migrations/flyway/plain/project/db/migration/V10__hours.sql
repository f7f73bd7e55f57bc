insert into shops (id, name) values (1, 'create index concurrently; vacuum');
