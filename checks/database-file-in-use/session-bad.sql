INSERT INTO shops VALUES (2, 'Market');
