import { MigrationInterface, QueryRunner } from "typeorm";

export class AddName implements MigrationInterface {
    name = 'AddName1795574256000'

    public async up(queryRunner: QueryRunner): Promise<void> {
        await queryRunner.query("ALTER TABLE users ADD name varchar");
    }

    public async down(): Promise<void> {
        throw new Error("no way back")
    }
}

/** Two in one file, the earlier one last. */
export class Earliest1700000000000 implements MigrationInterface {
    async up(queryRunner: QueryRunner) {
        await queryRunner.query("SELECT 1");
    }
    async down(queryRunner: QueryRunner) {
        return
    }
}
