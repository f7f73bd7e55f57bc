# Alembic needs it; nobody runs it here.
