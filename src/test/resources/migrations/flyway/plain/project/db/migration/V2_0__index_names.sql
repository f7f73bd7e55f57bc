-- built beside the traffic
create index concurrently shops_name on shops (name);
