package dev.dbpreflight.model;

/** A part of a table, a view or a type, named uniquely among the parts of its kind. */
public sealed interface TableMember
    permits Column, Constraint, Index, Policy, RewriteRule, Trigger {

  ObjectKind kind();

  String name();
}
