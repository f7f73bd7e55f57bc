"""staff"""

import sqlalchemy as sa
from alembic import op

revision = "c3d2e4"
down_revision = "b2e1d3"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("staff", sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table("staff")
