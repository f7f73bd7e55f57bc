"""products"""

import sqlalchemy as sa
from alembic import op

revision = "b2e1d3"
down_revision = "a1f0c2"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("products", sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table("products")
