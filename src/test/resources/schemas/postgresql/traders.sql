-- A trading company, plain and old: natural keys, short codes, money, a tree of employees, report views.
CREATE SCHEMA trade;
COMMENT ON SCHEMA trade IS 'imports and exports';

CREATE TABLE trade.region (region_id smallint PRIMARY KEY, description character varying(60) NOT NULL);
CREATE TABLE trade.territory (
  territory_id character varying(20) PRIMARY KEY, description character varying(60) NOT NULL,
  region_id smallint NOT NULL REFERENCES trade.region);
CREATE TABLE trade.customer (
  customer_id character varying(5) PRIMARY KEY, company_name character varying(40) NOT NULL,
  contact_name character varying(30), city character varying(15), country character varying(15),
  fax character varying(24));
CREATE TABLE trade.customer_kind (customer_type_id character varying(5) PRIMARY KEY, description text);
CREATE TABLE trade.customer_to_kind (
  customer_id character varying(5) REFERENCES trade.customer,
  customer_type_id character varying(5) REFERENCES trade.customer_kind,
  PRIMARY KEY (customer_id, customer_type_id));
CREATE TABLE trade.employee (
  employee_id smallint PRIMARY KEY, last_name character varying(20) NOT NULL,
  first_name character varying(10) NOT NULL, birth_date date, hire_date date,
  photo bytea, reports_to smallint REFERENCES trade.employee,
  CONSTRAINT not_born_later CHECK (birth_date < hire_date));
CREATE TABLE trade.employee_territory (
  employee_id smallint REFERENCES trade.employee, territory_id character varying(20) REFERENCES trade.territory,
  PRIMARY KEY (employee_id, territory_id));
CREATE TABLE trade.supplier (
  supplier_id smallint PRIMARY KEY, company_name character varying(40) NOT NULL, homepage text);
CREATE TABLE trade.category (
  category_id smallint PRIMARY KEY, category_name character varying(15) NOT NULL, picture bytea);
CREATE TABLE trade.product (
  product_id smallint PRIMARY KEY, product_name character varying(40) NOT NULL,
  supplier_id smallint REFERENCES trade.supplier, category_id smallint REFERENCES trade.category,
  unit_price real DEFAULT 0, units_in_stock smallint DEFAULT 0, units_on_order smallint DEFAULT 0,
  discontinued integer DEFAULT 0 NOT NULL,
  CONSTRAINT ck_unit_price CHECK (unit_price >= 0), CONSTRAINT ck_stock CHECK (units_in_stock >= 0));
CREATE TABLE trade.shipper (shipper_id smallint PRIMARY KEY, company_name character varying(40) NOT NULL);
CREATE TABLE trade."order" (
  order_id smallint PRIMARY KEY, customer_id character varying(5) REFERENCES trade.customer,
  employee_id smallint REFERENCES trade.employee, order_date date, required_date date, shipped_date date,
  ship_via smallint REFERENCES trade.shipper, freight money DEFAULT '0'::numeric::money);
CREATE TABLE trade.order_detail (
  order_id smallint REFERENCES trade."order" ON DELETE CASCADE,
  product_id smallint REFERENCES trade.product,
  unit_price real NOT NULL, quantity smallint DEFAULT 1 NOT NULL CHECK (quantity > 0),
  discount real DEFAULT 0 NOT NULL CHECK (discount >= 0 AND discount <= 1),
  PRIMARY KEY (order_id, product_id));
CREATE INDEX order_customer ON trade."order" (customer_id);
CREATE INDEX order_date ON trade."order" (order_date DESC);
CREATE INDEX product_name ON trade.product (product_name);

CREATE VIEW trade.detail_total AS
  SELECT order_id, product_id, unit_price * quantity * (1 - discount) AS total FROM trade.order_detail;
CREATE VIEW trade.subtotal AS
  SELECT order_id, round(sum(total)::numeric, 2) AS subtotal FROM trade.detail_total GROUP BY order_id;
CREATE VIEW trade.above_average AS
  SELECT product_name, unit_price FROM trade.product
  WHERE unit_price > (SELECT avg(unit_price) FROM trade.product) ORDER BY unit_price DESC;
CREATE VIEW trade.quarterly AS
  SELECT DISTINCT c.customer_id, c.company_name, c.city FROM trade.customer c
    RIGHT JOIN trade."order" o ON c.customer_id = o.customer_id
  WHERE o.order_date >= '1997-01-01' AND o.order_date <= date '1997-12-31';
CREATE VIEW trade.people AS
  SELECT city, company_name, 'customer'::text AS relation FROM trade.customer
  UNION ALL SELECT NULL, company_name, 'supplier' FROM trade.supplier ORDER BY 1, 2;
