class AddAPIKey < ActiveRecord::Migration[6.1]
  def change
    add_column :users, :api_key, :string
    execute "update users set api_key = 'x'"
  end
end
