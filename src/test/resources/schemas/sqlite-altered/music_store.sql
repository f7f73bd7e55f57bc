-- The schema of ../sqlite/music_store.sql, other tool, other order, names changed later.
CREATE VIEW "Longest" AS SELECT Track.Name, Milliseconds/60000.0 AS Minutes
FROM Track INNER JOIN Album USING (AlbumId) ORDER BY Milliseconds DESC LIMIT 100;
CREATE TABLE PlaylistTrack (
  PlaylistId INTEGER CONSTRAINT never_mind NULL NOT NULL REFERENCES Playlist (PlaylistId),
  TrackId INTEGER NOT NULL REFERENCES "Track" (TrackId),
  CONSTRAINT PK_PlaylistTrack PRIMARY KEY (PlaylistId, TrackId)
);
CREATE UNIQUE INDEX IPK_PlaylistTrack ON PlaylistTrack (PlaylistId, TrackId);
CREATE TABLE Playlist (PlaylistId INTEGER NOT NULL, PRIMARY KEY (PlaylistId));
ALTER TABLE Playlist ADD COLUMN Name nvarchar(120);
CREATE TABLE Genre (GenreId INTEGER NOT NULL, Name NVARCHAR (120), PRIMARY KEY (GenreId));
CREATE TABLE MediaType (MediaTypeId INTEGER NOT NULL PRIMARY KEY);
ALTER TABLE MediaType ADD COLUMN Name NVARCHAR(120) DEFAULT NULL;
CREATE TABLE Track (
  TrackId INTEGER NOT NULL CONSTRAINT PK_Track PRIMARY KEY,
  Name NVARCHAR(200) NOT NULL,
  AlbumId INTEGER REFERENCES Album,
  MediaTypeId INTEGER NOT NULL REFERENCES MediaType (MediaTypeId),
  GenreId INTEGER REFERENCES Genre (GenreId),
  Composer NVARCHAR(220),
  Milliseconds INTEGER NOT NULL,
  Bytes INTEGER,
  UnitPrice NUMERIC(10, 2) NOT NULL
);
CREATE TABLE Album (
  AlbumId INTEGER CONSTRAINT PK_Album PRIMARY KEY NOT NULL,
  Title NVARCHAR(160) NOT NULL,
  ArtistId INTEGER NOT NULL CONSTRAINT FK_AlbumArtist REFERENCES Artist (ArtistId)
);
CREATE TABLE Artist (ArtistId INTEGER NOT NULL CONSTRAINT PK_Artist PRIMARY KEY, Name NVARCHAR(120));
CREATE INDEX IFK_TrackAlbumId ON Track (AlbumId);
CREATE INDEX IFK_AlbumArtistId ON Album (ArtistId ASC);
