package dev.dbpreflight.migrations;

/**
 * A word of a Python file.
 *
 * @param text of a string what it stands for; of others as written
 * @param line where it begins, from 1
 */
record PythonToken(Type type, String text, int line) {

  enum Type {
    NAME,
    NUMBER,
    STRING,
    BYTES,
    /** A string with expressions in it: nobody knows its value before it runs. */
    TEMPLATE,
    OPERATOR,
    /** The end of a statement's line. */
    NEWLINE,
    INDENT,
    DEDENT
  }

  boolean is(Type other) {
    return type == other;
  }

  boolean isName(String name) {
    return type == Type.NAME && text.equals(name);
  }

  boolean isOperator(String operator) {
    return type == Type.OPERATOR && text.equals(operator);
  }
}
