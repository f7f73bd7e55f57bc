class Oldest < ActiveRecord::Migration[6.1]
  def up
    say ?" + "x"
  end
end
