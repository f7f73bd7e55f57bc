-- The same things said in every way that SQLite understands.
create table if not exists main."Quoted"(
  [Id] integer not null primary key asc autoincrement,
  `Name` text collate 'nocase' not null default "unnamed" /* a comment, with ) */,
  'Kind' text check([Kind] in ('a',"b",'c''d')), -- a comment with ' and "
  "Price" numeric(10 , 2) default( (0) ) check (Price>=0 and PRICE<1e6),
  Total as([Price]*2+ -1),
  constraint `unique name` unique([Name],`Kind`)
  , constraint 'foreign' foreign key('Kind')references[Kinds]("code")on delete set null
  , check("Price"<>"none")
);
CREATE TABLE kinds(code PRIMARY KEY)WITHOUT	ROWID;
CREATE INDEX[by price]ON"Quoted"(`Price`desc,"total"+1,lower([Name])collate"nocase")WHERE"Kind"!='x';
CREATE VIEW`in brackets`AS SELECT[Id],"Name"as'n',`Kind`k,"no such column" AS s FROM[Quoted]WHERE(Price)==1;
CREATE TRIGGER'a trigger'BEFORE UPDATE OF[Name],"Kind"ON`Quoted`WHEN"new".[Price]>1 BEGIN
  /* first */ UPDATE"Quoted"SET"Name"='x'||[Name]WHERE"Id"=new.`Id`; -- last
END;
