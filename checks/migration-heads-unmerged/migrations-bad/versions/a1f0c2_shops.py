"""shops"""

import sqlalchemy as sa
from alembic import op

revision = "a1f0c2"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("shops", sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table("shops")
