using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Migrations;

[DbContext(typeof(ShopContext))]
[Migration("20240303120000_NoWayBack")]
public class NoWayBack : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("""
            update "Users" set "Email" = '{'; /* not a comment
            """);

    protected override void Down(MigrationBuilder migrationBuilder)
        => throw new System.NotSupportedException();
}
