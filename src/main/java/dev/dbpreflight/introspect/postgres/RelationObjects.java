package dev.dbpreflight.introspect.postgres;

import dev.dbpreflight.connect.Answers;
import dev.dbpreflight.connect.Query;
import dev.dbpreflight.introspect.postgres.CheckTexts.CheckRow;
import dev.dbpreflight.introspect.postgres.Columns.Attribute;
import dev.dbpreflight.introspect.postgres.Columns.NotNull;
import dev.dbpreflight.introspect.postgres.Constraints.ConstraintRow;
import dev.dbpreflight.introspect.postgres.Indexes.IndexRow;
import dev.dbpreflight.introspect.postgres.Indexes.Named;
import dev.dbpreflight.introspect.postgres.Indexes.OperatorClass;
import dev.dbpreflight.introspect.postgres.Relations.Parent;
import dev.dbpreflight.introspect.postgres.Relations.Relation;
import dev.dbpreflight.introspect.postgres.Sequences.SequenceRow;
import dev.dbpreflight.introspect.postgres.TableParts.Part;
import dev.dbpreflight.model.Policy;
import dev.dbpreflight.model.RewriteRule;
import dev.dbpreflight.model.SchemaObject;
import dev.dbpreflight.model.ServerVersion;
import dev.dbpreflight.model.Trigger;
import java.util.List;

/**
 * Tables, views and sequences: each area of the catalog is one query, put together by {@link
 * Assembly}.
 */
final class RelationObjects {
  private final Query<Relation> relations = Relations.query();
  private final Query<Parent> parents = Relations.parents();
  private final Query<Attribute> columns;
  private final Query<NotNull> notNulls;
  private final Query<IndexRow> indexes;
  private final Query<OperatorClass> operatorClasses = Indexes.operatorClasses();
  private final Query<Named> collations = Indexes.collations();
  private final Query<ConstraintRow> constraints;
  private final Query<CheckRow> checks = CheckTexts.query();
  private final Query<Part<Trigger>> triggers = TableParts.triggers();
  private final Query<Part<RewriteRule>> rules = TableParts.rules();
  private final Query<Part<Policy>> policies = TableParts.policies();
  private final Query<SequenceRow> sequences = Sequences.query();

  RelationObjects(ServerVersion version) {
    columns = Columns.query(version.major());
    notNulls = Columns.notNulls(version.major());
    indexes = Indexes.query(version.major());
    constraints = Constraints.query(version.major());
  }

  /** The longest first, so that two sessions that share them have done at the same time. */
  List<Query<?>> queries() {
    return List.of(
        columns,
        indexes,
        relations,
        constraints,
        checks,
        sequences,
        parents,
        notNulls,
        operatorClasses,
        collations,
        triggers,
        rules,
        policies);
  }

  List<SchemaObject> objects(Answers answers) {
    Assembly assembly =
        new Assembly(
            new KeyWords(answers, operatorClasses, collations), new CheckTexts(answers.of(checks)));
    assembly.addRelations(answers.of(relations), answers.of(columns), answers.of(indexes));
    assembly.addParents(answers.of(parents));
    assembly.addNotNulls(answers.of(notNulls));
    assembly.addSequences(answers.of(sequences));
    assembly.addConstraints(answers.of(constraints));
    assembly.addParts(answers.of(triggers), answers.of(rules), answers.of(policies));
    return assembly.objects();
  }
}
