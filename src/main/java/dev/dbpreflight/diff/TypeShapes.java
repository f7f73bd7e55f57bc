package dev.dbpreflight.diff;

import static dev.dbpreflight.diff.CommonProperties.attributes;
import static dev.dbpreflight.diff.CommonProperties.comment;
import static dev.dbpreflight.diff.Property.exact;
import static dev.dbpreflight.diff.Property.of;

import dev.dbpreflight.model.Collation;
import dev.dbpreflight.model.CompositeType;
import dev.dbpreflight.model.DefaultPrivileges;
import dev.dbpreflight.model.DomainType;
import dev.dbpreflight.model.EnumType;
import dev.dbpreflight.model.Extension;
import dev.dbpreflight.model.RangeType;
import dev.dbpreflight.model.Schema;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.SequenceOptions;
import java.util.function.Function;

/** What there is to compare in types, sequences, schemas and what belongs to them. */
final class TypeShapes {

  static final Shape<Schema> SCHEMA =
      Shape.<Schema>of(Schema.class).and(attributes(Schema::attributes));

  static final Shape<Extension> EXTENSION =
      Shape.of(
          Extension.class,
          exact("schema", Aspect.EXTENSION_SCHEMAS, Extension::schema),
          exact("version", Aspect.EXTENSION_VERSIONS, Extension::version),
          comment(Extension::comment));

  static final Shape<EnumType> ENUM =
      Shape.of(EnumType.class, exact("labels", EnumType::labels))
          .and(attributes(EnumType::attributes));

  static final Shape<CompositeType> COMPOSITE_TYPE =
      Shape.<CompositeType>of(CompositeType.class)
          .and(attributes(CompositeType::attributes))
          .withParts(CompositeType::columns);

  static final Shape<DomainType> DOMAIN =
      Shape.of(
              DomainType.class,
              exact("type", DomainType::type),
              exact("collation", DomainType::collation),
              exact("not null", DomainType::notNull),
              of("default expression", domain -> Facet.sql(domain.defaultExpression())))
          .and(attributes(DomainType::attributes))
          .withParts(DomainType::checks);

  static final Shape<RangeType> RANGE =
      Shape.of(
              RangeType.class,
              exact("subtype", RangeType::subtype),
              exact("collation", RangeType::collation),
              exact("operator class", RangeType::operatorClass),
              exact("canonical", RangeType::canonical),
              exact("subtype difference", RangeType::subtypeDifference),
              exact("multirange", RangeType::multirange))
          .and(attributes(RangeType::attributes));

  static final Shape<Collation> COLLATION =
      Shape.of(
              Collation.class,
              exact("provider", Collation::provider),
              exact("locale", Collation::locale),
              exact("deterministic", Collation::deterministic),
              exact("rules", Collation::rules))
          .and(attributes(Collation::attributes));

  static final Shape<Sequence> SEQUENCE =
      Shape.of(
              Sequence.class,
              option("type", SequenceOptions::type),
              option("start", SequenceOptions::start),
              option("increment", SequenceOptions::increment),
              option("minimum", SequenceOptions::minimum),
              option("maximum", SequenceOptions::maximum),
              option("cache", SequenceOptions::cache),
              option("cycle", SequenceOptions::cycle),
              exact("owned by", Sequence::ownedBy),
              of("unlogged", sequence -> Facet.since(15, sequence.unlogged())))
          .and(attributes(Sequence::attributes));

  static final Shape<DefaultPrivileges> DEFAULT_PRIVILEGES =
      Shape.of(DefaultPrivileges.class, exact("grants", Aspect.GRANTS, DefaultPrivileges::grants));

  private TypeShapes() {}

  private static Property<Sequence> option(String name, Function<SequenceOptions, ?> option) {
    return Property.<SequenceOptions>exact(name, option).within(Sequence::options);
  }
}
