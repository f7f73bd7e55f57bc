-- check "rules.person.late" is not expected
ALTER TABLE rules.person ADD CONSTRAINT late CHECK (age <> 100);

-- check "rules.person.late": expression
ALTER TABLE rules.person DROP CONSTRAINT late, ADD CONSTRAINT late CHECK (age <> 101);

-- check "rules.person.late": validated
ALTER TABLE rules.person DROP CONSTRAINT late, ADD CONSTRAINT late CHECK (age <> 101) NOT VALID;

-- check "rules.person.adult": validated
ALTER TABLE rules.person VALIDATE CONSTRAINT adult;

-- since 18
-- check "rules.person.late": enforced
ALTER TABLE rules.person DROP CONSTRAINT late, ADD CONSTRAINT late CHECK (age <> 101) NOT ENFORCED;

-- check "rules.person.late" is missing
ALTER TABLE rules.person DROP CONSTRAINT late;

-- check "rules.person.passes_not_down": no inherit
ALTER TABLE rules.person DROP CONSTRAINT passes_not_down, ADD CONSTRAINT passes_not_down CHECK (id > 0);

-- check "shop.bike.some_wheels": inherited
-- column "shop.bike.id": inherited
-- from 18 on: column "shop.bike.id": not null name
ALTER TABLE shop.bike NO INHERIT shop.vehicle;
ALTER TABLE shop.bike INHERIT shop.vehicle;

-- check "rules.person.adult": comment
COMMENT ON CONSTRAINT adult ON rules.person IS NULL;

-- check "rules.person.adult" is missing
-- check "rules.person.grown_up" is not expected
ALTER TABLE rules.person RENAME CONSTRAINT adult TO grown_up;

-- primary key "rules.late.late_pk" is not expected
ALTER TABLE rules.late ADD CONSTRAINT late_pk PRIMARY KEY (a);

-- primary key "rules.late.late_pk" is missing
ALTER TABLE rules.late DROP CONSTRAINT late_pk;

-- primary key "rules.country.country_pk": columns
-- primary key "rules.country.country_pk": include
-- foreign key "rules.city.in_country" is missing
-- column "rules.country.area": not null
-- column "rules.country.code": not null
ALTER TABLE rules.country DROP CONSTRAINT country_pk CASCADE,
  ADD CONSTRAINT country_pk PRIMARY KEY (area) INCLUDE (name) WITH (fillfactor=80);
ALTER TABLE rules.country ALTER COLUMN code DROP NOT NULL;
COMMENT ON CONSTRAINT country_pk ON rules.country IS 'ISO 3166';

-- primary key "rules.country.country_pk": include
ALTER TABLE rules.country DROP CONSTRAINT country_pk, ADD CONSTRAINT country_pk PRIMARY KEY (area) WITH (fillfactor=80);
COMMENT ON CONSTRAINT country_pk ON rules.country IS 'ISO 3166';

-- primary key "rules.country.country_pk": deferral
ALTER TABLE rules.country DROP CONSTRAINT country_pk,
  ADD CONSTRAINT country_pk PRIMARY KEY (area) WITH (fillfactor=80) DEFERRABLE;
COMMENT ON CONSTRAINT country_pk ON rules.country IS 'ISO 3166';

-- primary key "rules.country.country_pk": deferral
ALTER TABLE rules.country DROP CONSTRAINT country_pk,
  ADD CONSTRAINT country_pk PRIMARY KEY (area) WITH (fillfactor=80) DEFERRABLE INITIALLY DEFERRED;
COMMENT ON CONSTRAINT country_pk ON rules.country IS 'ISO 3166';

-- primary key "rules.country.country_pk": storage options
ALTER INDEX rules.country_pk SET (fillfactor=81);

-- primary key "rules.country.country_pk": tablespace
ALTER INDEX rules.country_pk SET TABLESPACE corpus_space;

-- primary key "rules.country.country_pk": comment
COMMENT ON CONSTRAINT country_pk ON rules.country IS NULL;

-- since 18
-- primary key "eighteen.price.price_pk": without overlaps
-- foreign key "eighteen.sale.has_price" is missing
ALTER TABLE eighteen.price DROP CONSTRAINT price_pk CASCADE, ADD CONSTRAINT price_pk PRIMARY KEY (product, valid);

-- unique "rules.late.late_pair" is not expected
ALTER TABLE rules.late ADD CONSTRAINT late_pair UNIQUE (a, b);

-- unique "rules.late.late_pair": columns
ALTER TABLE rules.late DROP CONSTRAINT late_pair, ADD CONSTRAINT late_pair UNIQUE (b, a);

-- unique "rules.late.late_pair": columns
-- unique "rules.late.late_pair": include
ALTER TABLE rules.late DROP CONSTRAINT late_pair, ADD CONSTRAINT late_pair UNIQUE (b) INCLUDE (a);

-- unique "rules.late.late_pair": deferral
ALTER TABLE rules.late DROP CONSTRAINT late_pair, ADD CONSTRAINT late_pair UNIQUE (b) INCLUDE (a) DEFERRABLE;

-- unique "rules.late.late_pair": storage options
ALTER INDEX rules.late_pair SET (fillfactor=44);

-- unique "rules.late.late_pair": tablespace
ALTER INDEX rules.late_pair SET TABLESPACE corpus_space;

-- unique "rules.late.late_pair": comment
COMMENT ON CONSTRAINT late_pair ON rules.late IS 'new';

-- unique "rules.late.late_pair" is missing
ALTER TABLE rules.late DROP CONSTRAINT late_pair;

-- since 15
-- unique "fifteen.child.nulls_are_equal": nulls not distinct
ALTER TABLE fifteen.child DROP CONSTRAINT nulls_are_equal, ADD CONSTRAINT nulls_are_equal UNIQUE (code, spare);

-- since 18
-- unique "eighteen.price.price_code": without overlaps
ALTER TABLE eighteen.price DROP CONSTRAINT price_code, ADD CONSTRAINT price_code UNIQUE (code, valid);

-- foreign key "rules.refers.second" is not expected
ALTER TABLE rules.refers ADD CONSTRAINT second FOREIGN KEY (b) REFERENCES rules.person;

-- foreign key "rules.refers.second": references
-- foreign key "rules.refers.second": referenced columns
ALTER TABLE rules.refers DROP CONSTRAINT second,
  ADD CONSTRAINT second FOREIGN KEY (b) REFERENCES trade.shipper (shipper_id);

-- foreign key "rules.refers.second": references
-- foreign key "rules.refers.second": referenced columns
ALTER TABLE rules.refers DROP CONSTRAINT second, ADD CONSTRAINT second FOREIGN KEY (b) REFERENCES rules.late (a);

-- foreign key "rules.refers.second": referenced columns
ALTER TABLE rules.refers DROP CONSTRAINT second, ADD CONSTRAINT second FOREIGN KEY (b) REFERENCES rules.late (b);

-- foreign key "rules.refers.second": on update
ALTER TABLE rules.refers DROP CONSTRAINT second,
  ADD CONSTRAINT second FOREIGN KEY (b) REFERENCES rules.late (b) ON UPDATE RESTRICT;

-- foreign key "rules.refers.second": on delete
ALTER TABLE rules.refers DROP CONSTRAINT second,
  ADD CONSTRAINT second FOREIGN KEY (b) REFERENCES rules.late (b) ON UPDATE RESTRICT ON DELETE SET NULL;

-- foreign key "rules.refers.second": match
ALTER TABLE rules.refers DROP CONSTRAINT second,
  ADD CONSTRAINT second FOREIGN KEY (b) REFERENCES rules.late (b) MATCH FULL ON UPDATE RESTRICT ON DELETE SET NULL;

-- foreign key "rules.refers.second": deferral
ALTER TABLE rules.refers ALTER CONSTRAINT second DEFERRABLE;

-- foreign key "rules.refers.second": deferral
ALTER TABLE rules.refers ALTER CONSTRAINT second DEFERRABLE INITIALLY DEFERRED;

-- since 18
-- foreign key "rules.refers.second": enforced
-- foreign key "rules.refers.second": validated
ALTER TABLE rules.refers ALTER CONSTRAINT second NOT ENFORCED;

-- foreign key "rules.refers.second": comment
COMMENT ON CONSTRAINT second ON rules.refers IS 'to be dropped';

-- foreign key "rules.refers.second" is missing
ALTER TABLE rules.refers DROP CONSTRAINT second;

-- foreign key "rules.city.city_mayor": validated
ALTER TABLE rules.city VALIDATE CONSTRAINT city_mayor;

-- foreign key "rules.city.city_mayor": columns
ALTER TABLE rules.city DROP CONSTRAINT city_mayor,
  ADD CONSTRAINT city_mayor FOREIGN KEY (twin_id) REFERENCES rules.person;

-- since 15
-- foreign key "fifteen.child.keeps_tenant": on delete columns
ALTER TABLE fifteen.child DROP CONSTRAINT keeps_tenant,
  ADD CONSTRAINT keeps_tenant FOREIGN KEY (tenant, parent) REFERENCES fifteen.parent ON DELETE SET NULL (tenant);

-- since 18
-- unique "eighteen.price.again" is not expected
-- foreign key "eighteen.sale.again" is not expected
ALTER TABLE eighteen.price ADD CONSTRAINT again UNIQUE (product, valid WITHOUT OVERLAPS);
ALTER TABLE eighteen.sale ADD CONSTRAINT again
  FOREIGN KEY (product, PERIOD during) REFERENCES eighteen.price (product, PERIOD valid);

-- since 18
-- foreign key "eighteen.sale.again": period
ALTER TABLE eighteen.sale DROP CONSTRAINT again,
  ADD CONSTRAINT again FOREIGN KEY (product, during) REFERENCES eighteen.price (product, valid);

-- exclusion "rules.booking.third" is not expected
ALTER TABLE rules.booking ADD CONSTRAINT third EXCLUDE (room WITH =);

-- exclusion "rules.booking.third": method
ALTER TABLE rules.booking DROP CONSTRAINT third, ADD CONSTRAINT third EXCLUDE USING hash (room WITH =);

-- exclusion "rules.booking.third": elements
ALTER TABLE rules.booking DROP CONSTRAINT third, ADD CONSTRAINT third EXCLUDE USING hash (building WITH =);

-- exclusion "rules.booking.third": predicate
ALTER TABLE rules.booking DROP CONSTRAINT third,
  ADD CONSTRAINT third EXCLUDE USING hash (building WITH =) WHERE (guest > 'a');

-- exclusion "rules.booking.third": deferral
ALTER TABLE rules.booking DROP CONSTRAINT third,
  ADD CONSTRAINT third EXCLUDE USING hash (building WITH =) WHERE (guest > 'a') DEFERRABLE;

-- exclusion "rules.booking.third": comment
COMMENT ON CONSTRAINT third ON rules.booking IS 'new';

-- exclusion "rules.booking.third" is missing
ALTER TABLE rules.booking DROP CONSTRAINT third;

-- exclusion "rules.booking.no_overlap": include
ALTER TABLE rules.booking DROP CONSTRAINT no_overlap, ADD CONSTRAINT no_overlap
  EXCLUDE USING gist (room WITH =, lower(building) WITH =, during WITH &&)
  WITH (fillfactor=75) WHERE (NOT cancelled) DEFERRABLE INITIALLY DEFERRED;
COMMENT ON CONSTRAINT no_overlap ON rules.booking IS 'two guests never meet';

-- exclusion "rules.booking.no_overlap": storage options
ALTER INDEX rules.no_overlap RESET (fillfactor);

-- exclusion "rules.booking.no_overlap": tablespace
ALTER INDEX rules.no_overlap SET TABLESPACE corpus_space;

-- exclusion "rules.booking.no_overlap": elements
ALTER TABLE rules.booking DROP CONSTRAINT no_overlap, ADD CONSTRAINT no_overlap
  EXCLUDE USING gist (room WITH <>, lower(building) WITH =, during WITH &&)
  USING INDEX TABLESPACE corpus_space WHERE (NOT cancelled) DEFERRABLE INITIALLY DEFERRED;
COMMENT ON CONSTRAINT no_overlap ON rules.booking IS 'two guests never meet';
