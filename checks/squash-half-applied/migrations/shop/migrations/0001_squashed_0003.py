from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    replaces = [("shop", "0001_initial"), ("shop", "0002_products"), ("shop", "0003_staff")]

    dependencies = []

    operations = [
        migrations.CreateModel("Shop", [("id", models.BigAutoField(primary_key=True))]),
        migrations.CreateModel("Product", [("id", models.BigAutoField(primary_key=True))]),
        migrations.CreateModel("Staff", [("id", models.BigAutoField(primary_key=True))]),
    ]
