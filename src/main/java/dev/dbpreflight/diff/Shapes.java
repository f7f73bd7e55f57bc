package dev.dbpreflight.diff;

import dev.dbpreflight.model.Aggregate;
import dev.dbpreflight.model.Cast;
import dev.dbpreflight.model.Collation;
import dev.dbpreflight.model.Column;
import dev.dbpreflight.model.CompositeType;
import dev.dbpreflight.model.Constraint;
import dev.dbpreflight.model.DefaultPrivileges;
import dev.dbpreflight.model.DomainType;
import dev.dbpreflight.model.EnumType;
import dev.dbpreflight.model.EventTrigger;
import dev.dbpreflight.model.ExtendedStatistics;
import dev.dbpreflight.model.Extension;
import dev.dbpreflight.model.ForeignDataWrapper;
import dev.dbpreflight.model.ForeignServer;
import dev.dbpreflight.model.Index;
import dev.dbpreflight.model.Operator;
import dev.dbpreflight.model.Policy;
import dev.dbpreflight.model.Publication;
import dev.dbpreflight.model.RangeType;
import dev.dbpreflight.model.RewriteRule;
import dev.dbpreflight.model.Routine;
import dev.dbpreflight.model.Schema;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.Sequence;
import dev.dbpreflight.model.Subscription;
import dev.dbpreflight.model.Table;
import dev.dbpreflight.model.TableMember;
import dev.dbpreflight.model.TextSearchObject;
import dev.dbpreflight.model.Trigger;
import dev.dbpreflight.model.UserMapping;
import dev.dbpreflight.model.View;

/** The shape of every record of the model; a new record does not compile without one. */
final class Shapes {

  private Shapes() {}

  static Shape<? extends SchemaObject> of(SchemaObject object) {
    return switch (object) {
      case Aggregate ignored -> ProgramShapes.AGGREGATE;
      case Cast ignored -> ProgramShapes.CAST;
      case Collation ignored -> TypeShapes.COLLATION;
      case CompositeType ignored -> TypeShapes.COMPOSITE_TYPE;
      case DefaultPrivileges ignored -> TypeShapes.DEFAULT_PRIVILEGES;
      case DomainType ignored -> TypeShapes.DOMAIN;
      case EnumType ignored -> TypeShapes.ENUM;
      case EventTrigger ignored -> ProgramShapes.EVENT_TRIGGER;
      case ExtendedStatistics ignored -> ServerShapes.STATISTICS;
      case Extension ignored -> TypeShapes.EXTENSION;
      case ForeignDataWrapper ignored -> ServerShapes.FOREIGN_DATA_WRAPPER;
      case ForeignServer ignored -> ServerShapes.FOREIGN_SERVER;
      case Operator ignored -> ProgramShapes.OPERATOR;
      case Publication ignored -> ServerShapes.PUBLICATION;
      case RangeType ignored -> TypeShapes.RANGE;
      case Routine ignored -> ProgramShapes.ROUTINE;
      case Schema ignored -> TypeShapes.SCHEMA;
      case Sequence ignored -> TypeShapes.SEQUENCE;
      case Subscription ignored -> ServerShapes.SUBSCRIPTION;
      case Table ignored -> TableShapes.TABLE;
      case TextSearchObject ignored -> ProgramShapes.TEXT_SEARCH;
      case UserMapping ignored -> ServerShapes.USER_MAPPING;
      case View ignored -> TableShapes.VIEW;
    };
  }

  static Shape<? extends TableMember> of(TableMember member) {
    return switch (member) {
      case Column ignored -> TableShapes.COLUMN;
      case Constraint.PrimaryKey ignored -> ConstraintShapes.PRIMARY_KEY;
      case Constraint.Unique ignored -> ConstraintShapes.UNIQUE;
      case Constraint.ForeignKey ignored -> ConstraintShapes.FOREIGN_KEY;
      case Constraint.Check ignored -> ConstraintShapes.CHECK;
      case Constraint.Exclusion ignored -> ConstraintShapes.EXCLUSION;
      case Index ignored -> TableShapes.INDEX;
      case Policy ignored -> TableShapes.POLICY;
      case RewriteRule ignored -> TableShapes.RULE;
      case Trigger ignored -> TableShapes.TRIGGER;
    };
  }
}
