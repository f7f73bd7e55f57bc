-- Geschäft
SELECT 1;