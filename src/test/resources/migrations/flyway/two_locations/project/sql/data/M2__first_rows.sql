insert into shops values (1); -- café
