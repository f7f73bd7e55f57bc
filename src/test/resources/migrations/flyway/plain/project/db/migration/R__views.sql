create or replace view shop_names as select name from shops;
