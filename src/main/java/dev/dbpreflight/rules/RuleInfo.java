package dev.dbpreflight.rules;

import dev.dbpreflight.model.Engine;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * All that is said about a rule, said once: tables, pages, {@code explain} and reports are made of
 * it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RuleInfo {

  /** The class name in kebab case. */
  String id();

  /** Default severity; a profile may set another one, also per kind of object. */
  Severity severity();

  /** A finding means that the deployment would die or skip work: the risk becomes critical. */
  boolean critical() default false;

  Engine[] engines() default {Engine.POSTGRESQL, Engine.SQLITE};

  Need[] needs() default {};

  /** Product version. */
  String since();

  /** Off unless {@code --preview}. */
  boolean preview() default false;

  /** What is wrong, one line, at most 90 characters, no full stop. */
  String summary();

  /** The consequence for data or traffic, one to three sentences. */
  String why();

  /** What to do instead, imperative. */
  String fix();

  /** What a check file may set. */
  Parameter[] parameters() default {};

  /** A threshold; a rule asks for it with {@link Evidence#parameter}. */
  @interface Parameter {

    /** Kebab case. */
    String name();

    double standard();

    double min();

    double max();

    /** Only whole numbers make sense. */
    boolean whole() default false;

    /** What the number is, one line, no full stop. */
    String meaning();
  }
}
