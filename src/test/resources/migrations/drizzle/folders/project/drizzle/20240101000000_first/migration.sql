select '20240101000000_first';
