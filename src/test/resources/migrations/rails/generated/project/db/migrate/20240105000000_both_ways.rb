class BothWays < ActiveRecord::Migration[6.1]
  def change
    reversible do |dir|
      dir.up { execute %(update users set api_key = (select 'y')) }
      dir.down { execute "update users set api_key = null" }
    end
  end
end
