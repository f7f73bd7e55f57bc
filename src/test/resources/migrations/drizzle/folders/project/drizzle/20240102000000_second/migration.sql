select '20240102000000_second';
