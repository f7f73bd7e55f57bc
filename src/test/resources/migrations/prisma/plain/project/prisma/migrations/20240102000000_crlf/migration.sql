-- lines as Windows ends them
ALTER TABLE "Shop" ADD COLUMN "name" TEXT;
