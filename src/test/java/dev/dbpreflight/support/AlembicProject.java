package dev.dbpreflight.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Two revisions, "first" and then "second", that the real Alembic applies to a database. */
public final class AlembicProject {
  private final Path folder;

  private AlembicProject(Path folder) {
    this.folder = folder;
  }

  /**
   * @param url as SQLAlchemy spells it
   */
  public static AlembicProject in(Path folder, String url) {
    AlembicProject project = new AlembicProject(folder);
    project.write(
        "alembic.ini",
        "[alembic]\nscript_location = %s/scripts\nsqlalchemy.url = %s\n".formatted(folder, url));
    project.write(
        "scripts/env.py",
        """
        from alembic import context
        from sqlalchemy import create_engine, pool
        url = context.config.get_main_option("sqlalchemy.url")
        with create_engine(url, poolclass=pool.NullPool).connect() as connection:
            context.configure(connection=connection)
            with context.begin_transaction():
                context.run_migrations()
        """);
    project.revision("first", "None", "");
    project.revision("second", "'first'", "");
    return project;
  }

  /** Lets the upgrade to that revision stop after it has made its table. */
  public AlembicProject breaking(String revision) {
    revision(revision, revision.equals("first") ? "None" : "'first'", "op.execute('nonsense')");
    return this;
  }

  /** Runs Alembic with these words: {@code "upgrade", "head"}. */
  public Command.Result run(String... arguments) {
    Command alembic = ExternalTool.ALEMBIC.command("-c", folder.resolve("alembic.ini").toString());
    return alembic.run(arguments);
  }

  private void revision(String name, String before, String more) {
    write(
        "scripts/versions/" + name + ".py",
        """
        from alembic import op
        import sqlalchemy as sa
        revision = '%1$s'
        down_revision = %2$s
        def upgrade():
            op.create_table('%1$s_table',
                sa.Column('id', sa.Integer, primary_key=True),
                sa.Column('name', sa.String(10), nullable=False, unique=True))
            %3$s
        def downgrade():
            op.drop_table('%1$s_table')
        """
            .formatted(name, before, more));
  }

  private void write(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
