"""merge"""

import sqlalchemy as sa
from alembic import op

revision = "d4c3f5"
down_revision = ("b2e1d3", "c3d2e4")
branch_labels = None
depends_on = None


def upgrade():
    pass


def downgrade():
    pass
