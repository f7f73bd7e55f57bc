-- case sequelize with umzug up
-- expect Sequelize SequelizeMeta [] 20260102000000-b.js 2
-- applied 20260101000000-a.js
-- applied 20260102000000-b.js
CREATE TABLE `SequelizeMeta` (`name` VARCHAR(255) NOT NULL UNIQUE PRIMARY KEY);
INSERT INTO SequelizeMeta VALUES('20260101000000-a.js');
INSERT INTO SequelizeMeta VALUES('20260102000000-b.js');

-- case sequelize with umzug up that failed
-- expect Sequelize SequelizeMeta [] 20260102000000-b.js 2
-- applied 20260101000000-a.js
-- applied 20260102000000-b.js
CREATE TABLE `SequelizeMeta` (`name` VARCHAR(255) NOT NULL UNIQUE PRIMARY KEY);
INSERT INTO SequelizeMeta VALUES('20260101000000-a.js');
INSERT INTO SequelizeMeta VALUES('20260102000000-b.js');

-- case sequelize with umzug down
-- expect Sequelize SequelizeMeta [] 20260101000000-a.js 1
CREATE TABLE `SequelizeMeta` (`name` VARCHAR(255) NOT NULL UNIQUE PRIMARY KEY);
INSERT INTO SequelizeMeta VALUES('20260101000000-a.js');
