package dev.dbpreflight.diff;

import static dev.dbpreflight.support.SchemaBuilder.postgres;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.DefaultPrivileges;
import dev.dbpreflight.model.ExtendedStatistics;
import dev.dbpreflight.model.Extension;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.Inheritance;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.model.SchemaModel;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.SqlText;
import dev.dbpreflight.model.Storage;
import dev.dbpreflight.support.SchemaBuilder;
import dev.dbpreflight.support.TableBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What differs in one aspect only is told where that aspect is asked for, and nowhere else. */
class AspectTest {

  private record Case(
      Aspect aspect,
      String what,
      UnaryOperator<SchemaBuilder> before,
      UnaryOperator<SchemaBuilder> after) {
    @Override
    public String toString() {
      return aspect.token() + ": " + what;
    }
  }

  private static Case table(Aspect aspect, String what, Consumer<TableBuilder> change) {
    Consumer<TableBuilder> plain =
        table ->
            table
                .column("a", "text")
                .index("i", false, "a")
                .constraint(unique(Storage.DEFAULT))
                .column("b", "text")
                .notNull();
    return new Case(
        aspect,
        what,
        builder -> builder.table("public.t", plain),
        builder -> builder.table("public.t", plain.andThen(change)));
  }

  private static Case objects(Aspect aspect, String what, SchemaObject before, SchemaObject after) {
    return new Case(aspect, what, builder -> builder.add(before), builder -> builder.add(after));
  }

  private static Constraint unique(Storage storage) {
    return new Constraint.Unique(
        "u",
        List.of("a"),
        List.of(),
        false,
        false,
        "",
        Constraint.Deferral.NOT_DEFERRABLE,
        storage,
        "");
  }

  static Stream<Case> cases() {
    Storage filled = new Storage("", "fast", List.of("fillfactor=70"));
    return Stream.of(
        table(Aspect.OWNERS, "of a table", table -> table.owner("app")),
        table(Aspect.GRANTS, "on a table", table -> table.grant("app", "SELECT")),
        table(Aspect.GRANTS, "on a column", table -> table.setColumn("grants", grants("UPDATE"))),
        table(Aspect.COMMENTS, "on a table", table -> table.comment("people")),
        table(Aspect.COMMENTS, "on a column", table -> table.setColumn("comment", "name")),
        table(Aspect.COMMENTS, "on an index", table -> table.setIndex("comment", "fast")),
        table(Aspect.COMMENTS, "on a constraint", table -> table.setConstraint("comment", "x")),
        table(Aspect.STORAGE, "of a table", table -> table.set("storage", filled)),
        table(Aspect.STORAGE, "of an index", table -> table.setIndex("storage", filled)),
        table(Aspect.STORAGE, "of a key", table -> table.setConstraint("storage", filled)),
        table(Aspect.STORAGE, "cluster on", table -> table.setIndex("clustered", true)),
        table(
            Aspect.STORAGE, "index target", table -> table.setIndex("statistics", List.of("1=9"))),
        table(Aspect.STORAGE, "of a column", table -> table.setColumn("storage", "EXTERNAL")),
        table(Aspect.STORAGE, "compression", table -> table.setColumn("compression", "lz4")),
        table(Aspect.STORAGE, "target", table -> table.setColumn("statisticsTarget", 500)),
        table(
            Aspect.STORAGE,
            "distinct values",
            table -> table.setColumn("options", List.of("n_distinct=5"))),
        table(Aspect.NOT_NULL_NAMES, "own name", table -> table.setColumn("notNullName", "nn")),
        table(Aspect.PARTITIONS, "new one", table -> table.set("inheritance", partition())),
        objects(
            Aspect.EXTENSION_VERSIONS,
            "newer",
            new Extension(ObjectName.global("citext"), "public", "1.5", ""),
            new Extension(ObjectName.global("citext"), "public", "1.6", "")),
        objects(
            Aspect.EXTENSION_SCHEMAS,
            "elsewhere",
            new Extension(ObjectName.global("citext"), "public", "1.6", ""),
            new Extension(ObjectName.global("citext"), "extensions", "1.6", "")),
        objects(
            Aspect.GRANTS,
            "by default",
            new DefaultPrivileges(ObjectName.global("app, tables"), grants("SELECT")),
            new DefaultPrivileges(ObjectName.global("app, sequences"), grants("USAGE"))),
        objects(Aspect.STORAGE, "statistics target", statistics(-1), statistics(100)),
        new Case(
            Aspect.COLUMN_ORDER,
            "swapped",
            builder -> builder.table("public.t", ordered("a", "b", "c")),
            builder -> builder.table("public.t", ordered("a", "c", "b"))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isComparedWhereAskedForOnly(Case one) {
    SchemaModel before = one.before().apply(postgres(18)).build();
    SchemaModel after = one.after().apply(postgres(18)).build();
    Set<Aspect> others = EnumSet.complementOf(EnumSet.of(one.aspect()));
    if (one.aspect() == Aspect.PARTITIONS) {
      before = postgres(18).build();
    }

    assertThat(new SchemaDiff(Set.of(one.aspect())).compare(before, after)).isNotEmpty();
    assertThat(new SchemaDiff(Set.of()).compare(before, after)).isEmpty();
    assertThat(new SchemaDiff(others).compare(before, after)).isEmpty();
  }

  @Test
  void optionsOfForeignColumnsAreNotStorage() {
    SchemaModel before = postgres(18).table("public.t", table -> table.column("a", "text")).build();
    SchemaModel after =
        postgres(18)
            .table(
                "public.t",
                table -> table.column("a", "text").setColumn("options", List.of("column_name=x")))
            .build();

    assertThat(new SchemaDiff(Set.of()).compare(before, after)).hasSize(1);
  }

  @Test
  void aColumnThatIsMissingMovesNoOther() {
    SchemaDiff diff = new SchemaDiff(Set.of(Aspect.COLUMN_ORDER));
    SchemaModel before = postgres(18).table("public.t", ordered("a", "b", "c", "d")).build();
    SchemaModel after = postgres(18).table("public.t", ordered("a", "d", "c")).build();

    assertThat(diff.compare(before, after))
        .extracting(ChangeText::sentence)
        .containsExactly(
            "column \"public.t.b\" is missing",
            "column \"public.t.c\": position is 3, expected 2",
            "column \"public.t.d\": position is 2, expected 3");
  }

  @Test
  void namesOfNotNullConstraintsAreComparedWhereBothServersHaveThem() {
    SchemaModel old = named(17, "");
    SchemaDiff diff = new SchemaDiff(Set.of(Aspect.NOT_NULL_NAMES));

    assertThat(diff.compare(old, named(18, "t_a_required"))).isEmpty();
    assertThat(diff.compare(named(18, ""), named(18, "t_a_required"))).hasSize(1);
  }

  @Test
  void thePrivilegeThatOnlyNewServersHaveIsNoDifference() {
    SchemaDiff diff = new SchemaDiff(Set.of(Aspect.GRANTS));

    assertThat(diff.compare(granted(16, "SELECT"), granted(17, "MAINTAIN", "SELECT"))).isEmpty();
    assertThat(diff.compare(granted(17, "SELECT"), granted(17, "MAINTAIN", "SELECT"))).hasSize(1);
    assertThat(diff.compare(granted(16, "SELECT"), granted(17, "MAINTAIN"))).hasSize(1);
  }

  private static SchemaModel granted(int major, String... privileges) {
    return postgres(major).table("public.t", table -> table.grant("app", privileges)).build();
  }

  private static SchemaModel named(int major, String name) {
    return postgres(major)
        .table(
            "public.t", table -> table.column("a", "text").notNull().setColumn("notNullName", name))
        .build();
  }

  private static Consumer<TableBuilder> ordered(String... columns) {
    return table -> List.of(columns).forEach(column -> table.column(column, "text"));
  }

  private static List<Grant> grants(String privilege) {
    return List.of(new Grant("app", privilege, false));
  }

  private static ExtendedStatistics statistics(int target) {
    return new ExtendedStatistics(
        new ObjectName("public", "s"),
        new ObjectName("public", "t"),
        List.of("mcv"),
        List.of("a", "b"),
        target,
        Attributes.NONE);
  }

  private static Inheritance partition() {
    return new Inheritance(
        List.of(new ObjectName("public", "events")),
        SqlText.NONE,
        SqlText.of("FOR VALUES IN ('a')"));
  }
}
