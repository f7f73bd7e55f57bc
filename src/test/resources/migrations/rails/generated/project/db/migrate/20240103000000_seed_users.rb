class SeedUsers < ActiveRecord::Migration[6.1]
=begin
  disable_ddl_transaction!
=end
  def up
    execute(<<~SQL.strip)
      insert into users (email, created_at, updated_at)
      values ('it''s "me"', current_timestamp, current_timestamp) -- disable_ddl_transaction!
    SQL
  end

  def down
    raise ActiveRecord::IrreversibleMigration
  end
end
