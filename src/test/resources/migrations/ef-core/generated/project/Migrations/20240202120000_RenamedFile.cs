using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Migrations;

public partial class AddIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(@"create index concurrently ""users_email"" on ""Users"" (""Email""); -- } \", suppressTransaction: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        // suppressTransaction: true
    }
}
