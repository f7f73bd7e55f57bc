package dev.dbpreflight.diff;

import static dev.dbpreflight.diff.CommonProperties.comment;
import static dev.dbpreflight.diff.CommonProperties.storage;
import static dev.dbpreflight.diff.Property.exact;
import static dev.dbpreflight.diff.Property.of;

import dev.dbpreflight.model.Constraint.Check;
import dev.dbpreflight.model.Constraint.Exclusion;
import dev.dbpreflight.model.Constraint.ForeignKey;
import dev.dbpreflight.model.Constraint.PrimaryKey;
import dev.dbpreflight.model.Constraint.Unique;
import java.util.List;

/** What there is to compare in constraints. */
final class ConstraintShapes {
  private static final String WITH = " WITH ";

  static final Shape<PrimaryKey> PRIMARY_KEY =
      Shape.of(
              PrimaryKey.class,
              of("columns", key -> Facet.names(key.columns())),
              of("include", key -> Facet.names(key.include())),
              exact("without overlaps", PrimaryKey::withoutOverlaps),
              exact("autoincrement", PrimaryKey::autoincrement),
              of("descending", key -> Facet.names(key.descending())),
              of("collations", key -> Facet.names(key.collations())),
              exact("on conflict", PrimaryKey::onConflict),
              exact("deferral", PrimaryKey::deferral),
              comment(PrimaryKey::comment))
          .and(storage(PrimaryKey::storage));

  static final Shape<Unique> UNIQUE =
      Shape.of(
              Unique.class,
              of("columns", key -> Facet.names(key.columns())),
              of("include", key -> Facet.names(key.include())),
              exact("nulls not distinct", Unique::nullsNotDistinct),
              exact("without overlaps", Unique::withoutOverlaps),
              of("descending", key -> Facet.names(key.descending())),
              of("collations", key -> Facet.names(key.collations())),
              exact("on conflict", Unique::onConflict),
              exact("deferral", Unique::deferral),
              comment(Unique::comment))
          .and(storage(Unique::storage));

  static final Shape<ForeignKey> FOREIGN_KEY =
      Shape.of(
          ForeignKey.class,
          of("columns", key -> Facet.names(key.columns())),
          of("references", key -> Facet.name(key.references())),
          of("referenced columns", key -> Facet.names(key.referencedColumns())),
          exact("on update", ForeignKey::onUpdate),
          exact("on delete", ForeignKey::onDelete),
          of("on delete columns", key -> Facet.names(key.onDeleteColumns())),
          exact("match", ForeignKey::match),
          exact("deferral", ForeignKey::deferral),
          exact("validated", ForeignKey::validated),
          exact("enforced", ForeignKey::enforced),
          exact("period", ForeignKey::period),
          comment(ForeignKey::comment));

  static final Shape<Check> CHECK =
      Shape.of(
          Check.class,
          of("expression", check -> Facet.sql(check.expression())),
          exact("validated", Check::validated),
          exact("enforced", Check::enforced),
          exact("no inherit", Check::noInherit),
          exact("inherited", Check::inherited),
          comment(Check::comment));

  static final Shape<Exclusion> EXCLUSION =
      Shape.of(
              Exclusion.class,
              exact("method", Exclusion::method),
              of("elements", exclusion -> elements(exclusion.elements())),
              of("include", exclusion -> Facet.names(exclusion.include())),
              of("predicate", exclusion -> Facet.sql(exclusion.predicate())),
              exact("deferral", Exclusion::deferral),
              comment(Exclusion::comment))
          .and(storage(Exclusion::storage));

  private ConstraintShapes() {}

  /** "expression WITH operator": only the expression can be printed in two ways. */
  private static Facet elements(List<String> elements) {
    List<String> operators =
        elements.stream().map(element -> element.substring(end(element))).toList();
    List<String> expressions =
        elements.stream().map(element -> element.substring(0, end(element))).toList();
    return new Facet(operators, List.of(), expressions, String.join(", ", elements));
  }

  private static int end(String element) {
    int with = element.lastIndexOf(WITH);
    return with < 0 ? element.length() : with;
  }
}
