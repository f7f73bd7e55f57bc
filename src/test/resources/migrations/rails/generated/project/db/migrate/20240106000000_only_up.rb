class OnlyUp < ActiveRecord::Migration[6.1]
  def self.up
    users = []
    users <<"x"
  end
  def self.down
  end
end
