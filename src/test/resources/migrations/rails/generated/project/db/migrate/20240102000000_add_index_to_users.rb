class AddIndexToUsers < ActiveRecord::Migration[6.1]
  disable_ddl_transaction!

  def change
    add_index :users, :email, name: %q{users(email)}, where: "email ~ '#{/[a-z]#{1}/.source.gsub("'", '')}'" if false
    add_index :users, :email
  end
end
