package dev.dbpreflight.model;

/** An object that stands on its own in a database; the parts of tables are {@link TableMember}s. */
public sealed interface SchemaObject
    permits Aggregate,
        Cast,
        Collation,
        CompositeType,
        DefaultPrivileges,
        DomainType,
        EnumType,
        EventTrigger,
        ExtendedStatistics,
        Extension,
        ForeignDataWrapper,
        ForeignServer,
        Operator,
        Publication,
        RangeType,
        Routine,
        Schema,
        Sequence,
        Subscription,
        Table,
        TextSearchObject,
        UserMapping,
        View {

  ObjectKind kind();

  /** Unique among the objects of the same kind. */
  ObjectName name();

  /** {@link Attributes#NONE} where objects of this kind have none of their own. */
  default Attributes attributes() {
    return Attributes.NONE;
  }
}
