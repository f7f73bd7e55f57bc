# frozen_string_literal: true

class CreateUsers < ActiveRecord::Migration[6.1]
  # def down is only a comment
  def change
    create_table :users do |t|
      t.string :email, null: false, comment: "a #{'nested "string" with def down'} in it"
      t.integer :age, default: 7 / 2, limit: 4 # a / b
      t.timestamps
    end
  end
end
__END__
def down
  "not closed
