package dev.dbpreflight.rules;

import java.util.List;

/**
 * What all rules together say.
 *
 * @param results one per named check in their order, then one per rule that the profile runs,
 *     sorted by id
 * @param defects "rule x failed on …: please report"; not empty means that the tool itself is
 *     broken
 */
public record Judgement(
    Verdict verdict, Risk risk, List<RuleResult> results, List<String> defects) {

  public Judgement {
    results = List.copyOf(results);
    defects = List.copyOf(defects);
  }
}
