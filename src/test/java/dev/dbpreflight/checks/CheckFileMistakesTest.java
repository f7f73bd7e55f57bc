package dev.dbpreflight.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbpreflight.problem.ExitCode;
import dev.dbpreflight.problem.Problem;
import dev.dbpreflight.problem.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users write by mistake is answered with the line and with what they may have meant. */
class CheckFileMistakesTest {
  @TempDir private Path folder;

  private Problem problem(String text) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> WrittenFile.read(folder, text, Map.of("PASS", "pl4nted", "EMPTY", "")));
    assertThat(refused).as(text).isNotNull();
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    return refused.problem();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "chekcs: {}                                | no key is called \"chekcs\"            |"
            + " checks,",
        "fail_on: error                            | no key is called \"fail_on\"           |"
            + " fail-on,",
        "extends: bevor-deploy                     | no profile is called \"bevor-deploy\"  |"
            + " before-deploy,",
        "phase: before                             | no phase is called \"before\"          |"
            + " before-deploy",
        "accept: [frsh]                            | no state is called \"frsh\"            |"
            + " fresh,",
        "fail-on: warn                             | no severity is called \"warn\"         |"
            + " warning,",
        "required: [object-difers]                 | no rule is called \"object-difers\"    |"
            + " object-differs,",
        "off: [index-invald]                       | no rule is called \"index-invald\"     |"
            + " index-invalid,",
        "rules: {index-invald: error}              | no rule is called \"index-invald\"     |"
            + " index-invalid,",
        "rules: {object-differs.indx: error}       | no kind of object is called \"indx\"   |"
            + " index,",
        "rules: {object-differs.index: {off: true}} | no key is called \"off\"              |"
            + " severity",
        "rules: {index-invalid: eror}              | no severity is called \"eror\"         |"
            + " error,",
        "rules: {index-invalid: {max-used: 1}}     | no key is called \"max-used\"          |"
            + " severity",
        "rules: {sequence-near-end: {max-usd: 1}}  | no key is called \"max-usd\"           |"
            + " max-used,",
        "rules: {sequence-near-end: {max-used: 2}} | needs a number from 0 to 1, and has \"2\" |"
            + " write a number",
        "rules: {sequence-near-end: {max-used: x}} | needs a number, and has \"x\"          | write"
            + " a number",
        "rules: [index-invalid]                    | \"rules\" needs keys and values, and has a"
            + " list | write",
        "compare: {owner: true}                    | no aspect is called \"owner\"          |"
            + " owners,",
        "compare: {owners: yes}                    | needs true or false, and has \"yes\"   | true"
            + " or false",
        "preview: 1                                | needs true or false, and has \"1\"     | true"
            + " or false",
        "tables: many                              | needs a whole number from 0            | whole"
            + " number",
        "tables: -1                                | needs a whole number from 0            | whole"
            + " number",
        "tables: 1.5                               | needs a whole number from 0            | whole"
            + " number",
        "tables: 99999999999                       | needs a whole number from 0            | whole"
            + " number",
        "tables: 1e400                             | needs a whole number from 0            | whole"
            + " number",
        "capacity: {storage: much}                 | needs a size such as 500MB, 1GB or 2TiB | a"
            + " size",
        "capacity: {storage: 0GB}                  | needs a size such as 500MB, 1GB or 2TiB | a"
            + " size",
        "capacity: {storage: 999999999PB}          | needs a size such as 500MB, 1GB or 2TiB | a"
            + " size",
        "capacity: {storage: 1024}                 | needs a size such as 500MB, 1GB or 2TiB | a"
            + " size",
        "capacity: {disk: 1GB}                     | no key is called \"disk\"              |"
            + " storage",
        "capacity: 1GB                             | \"capacity\" needs keys and values     |"
            + " keys",
        "revision:                                 | \"revision\" needs a value, and has nothing |"
            + " value",
        "revision: [a]                             | \"revision\" needs a single value, and has a"
            + " list | value",
        "checks: {a: {}}                           | the check \"a\" expects nothing        |"
            + " tables,",
        "checks: {a: {tables: []}}                 | the check \"a\" expects nothing        |"
            + " tables,",
        "checks: {a: }                             | \"a\" needs keys and values, and has nothing |"
            + " keys",
        "checks: {index-invalid: {tables: t}}      | a rule has the name of the check       | a"
            + " name of its own",
        "checks: {a: {table: t}}                   | no key is called \"table\"             |"
            + " tables,",
        "checks: {a: {tables: 5}}                  | \"tables\" needs a text, and has \"5\" | a"
            + " text",
        "checks: {a: {tables: t, when: never}}     | no profile is called \"never\"         | mean",
        "checks: {a: {tables: t, severity: bad}}   | no severity is called \"bad\"          | mean",
        "checks: {a: {columns: [id]}}              | \"id\" names no column of a table      |"
            + " table.column",
        "checks: {a: {columns: {t.id: integer}}}   | \"t.id\" needs keys and values, and has"
            + " \"integer\" | keys",
        "checks: {a: {columns: {t.id: {null: no}}}} | no key is called \"null\"             |"
            + " nullable",
        "checks: {a: {indexes: [{table: t}]}}      | this index has no name                 | table"
            + " and columns",
        "checks: {a: {indexes: {i: {name: j}}}}    | \"i\" has two names                    |"
            + " remove",
        "checks: {a: {constraints: [{kind: pk}]}}  | this constraint has no name            | table"
            + " and kind",
        "checks: {a: {constraints: {c: {kind: pk}}}} | no kind of constraint is called \"pk\" |"
            + " check",
        "checks: {a: {constraints: {c: {on-delete: drop}}}} | no action is called \"drop\"    |"
            + " restrict",
        "checks: {a: {rows: {t: -1}}}              | \"t\" needs a number of rows           | {max:"
            + " 9}",
        "checks: {a: {rows: {t: '< 0'}}}           | \"t\" needs a number of rows           | {max:"
            + " 9}",
        "checks: {a: {rows: {t: {}}}}              | no bound stands here                   | {min:"
            + " 1}",
        "checks: {a: {rows: {t: {min: 2, max: 1}}}} | no number of rows is within           | {min:"
            + " 1}",
        "checks: {a: {sql: {query: select 1}}}     | the key \"expect\" is missing          |"
            + " expect: …",
        "checks: {a: {sql: {expect: 1}}}           | the key \"query\" is missing           |"
            + " query: …",
        "checks: {a: {sql: select 1}}              | \"sql\" needs keys and values          | keys",
        "checks: {a: {sql: {query: q, expect: [1]}}} | \"expect\" has a list                | {in:"
            + " […]}",
        "checks: {a: {sql: {query: q, expect: '> a'}}} | compares with something that is no number"
            + " | {equal:",
        "checks: {a: {sql: {query: q, expect: {}}}} | a comparison has one key              |"
            + " between",
        "checks: {a: {sql: {query: q, expect: {between: [2, 1]}}}} | nothing is between      |"
            + " smaller",
        "checks: {a: {sql: {query: q, expect: {in: []}}}} | \"in\" needs a list of values    |"
            + " list",
        "checks: {a: {sql: {query: q, expect: 1, timeout: 5}}} | needs a time such as 500ms  | 2m",
        "checks: {a: {sql: {query: q, expect: 1, timeout: 0s}}} | needs a time such as 500ms | 2m",
        "checks: {a: {http: {status: 200}}}        | the key \"url\" is missing             | url:"
            + " …",
        "checks: {a: {http: {url: 'ftp://h/'}}}    | \"ftp://h/\" is no URL of HTTP         |"
            + " http://host",
        "checks: {a: {http: {url: 'http:/h'}}}     | is no URL of HTTP                      |"
            + " http://host",
        "checks: {a: {http: {url: 'http://h', status: 20}}} | needs a whole number from 100 to 599"
            + " | 599",
        "checks: {a: {http: {url: 'http://h', json: {version: 1}}}} | \"version\" is no JSON"
            + " pointer | ~1",
        "checks: {a: {http: {url: 'http://h', json: {/a~2: 1}}}} | is no JSON pointer         | ~1",
        "checks: {a: {http: {url: 'http://h', headers: {a b: c}}}} | the header \"a b\" cannot be"
            + " sent | a name",
        "checks: {a: {http: {url: 'http://h', headers: {a: \"b\\n"
            + "c: d\"}}}} | cannot be sent   | one line",
        "waivers: {rule: x}                        | \"waivers\" needs a list               | a"
            + " list",
        "waivers: [{rule: index-invalid, object: i, reason: r}] | a waiver has no \"until\"  |"
            + " until:",
        "waivers: [{rule: index-invald, object: i, reason: r, until: 2027-01-01}] | no rule or"
            + " check is called | index-invalid,",
        "waivers: [{rule: index-invalid, object: i, reason: ' ', until: 2027-01-01}] | needs a"
            + " reason | reason",
        "waivers: [{rule: index-invalid, object: i, reason: r, until: soon}] | needs a day such as"
            + " | 2027-06-30",
        "waivers: [{rule: index-invalid, object: i, reason: r, until: 2027-02-30}] | needs a day"
            + " such as | 2027",
        "revision: ${NOT_SET}                      | the environment variable NOT_SET is not set |"
            + " ${NOT_SET:-default}",
        "revision: '${NOT_SET'                     | a \"${\" has no \"}\"                  | $${",
        "revision: ${1}                            | is not the name of a variable          |"
            + " ${NAME}",
        "revision: !!int 5                         | a tag stands before a value            |"
            + " remove",
        "revision: !java.net.URL x                 | a tag stands before a value            |"
            + " remove",
        "extends: nowhere.yaml                     | there is no such file                  |"
            + " correct the name",
      })
  void says(String text, String what, String next) {
    Problem problem = problem(text);

    assertThat(problem.what()).startsWith("cannot use the check file: ").contains(what);
    assertThat(problem.next()).contains(next);
    assertThat(problem.where()).matches("shop.yaml:1|nowhere.yaml");
  }

  @Test
  void everyMistakeOfAFileIsTold() {
    Problem problem =
        problem(
            """
            extends: ci
            acept: fresh
            checks:
              one:
                tables: [t]
                when: [cii]
            tables: x
            """);

    assertThat(problem.what())
        .isEqualTo(
            "cannot use the check file, it has 3 mistakes:"
                + " line 2: no key is called \"acept\" (did you mean accept, backup, tables?);"
                + " line 6: no profile is called \"cii\" (did you mean ci, drift, after-deploy?);"
                + " line 7: \"tables\" needs a whole number from 0 to 2147483647, and has \"x\""
                + " (write a whole number from 0 to 2147483647)");
    assertThat(problem.where()).isEqualTo("shop.yaml:2");
  }

  @Test
  void manyMistakesAreCounted() {
    assertThat(problem("tables: x\n" + "k%d: v\n".repeat(30).formatted(numbers(30))).what())
        .startsWith("cannot use the check file, it has 31 mistakes: line 1: ")
        .endsWith("; and 21 more");
    assertThat(problem("k%d: v\n".repeat(500).formatted(numbers(500))).what())
        .contains("100 mistakes");
  }

  private static Object[] numbers(int count) {
    return java.util.stream.IntStream.range(0, count).boxed().toArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: pl4nted",
        "checks: {a: {http: {url: 'http://u:pl4nted@h/'}}}",
        "checks: {a: {http: {url: 'http://u:hun@ter2@h/'}}}",
        "checks: {a: {http: {url: 'http://h/?token=pl4nted'}}}",
        "checks: {a: {http: {url: 'http://h/?a=b&api_key=pl4nted'}}}",
        "checks: {a: {http: {url: 'http://u:${PASS:-pl4nted}@h/'}}}",
        "checks: {a: {http: {url: 'http://u:x${PASS}@h/'}}}",
        "checks: {a: {http: {url: 'http://h', secret: pl4nted}}}",
        "checks: {a: {http: {url: 'http://h', headers: {Authorization: 'Bearer pl4nted'}}}}",
        "checks: {a: {http: {url: 'http://h', headers: {Authorization: 'Basic"
            + " ${PASS:-pl4nted}'}}}}",
        "checks: {a: {http: {url: 'http://h', headers: {X-Api-Key: pl4nted}}}}",
        "checks: {a: {http: {url: 'http://h', headers: {Cookie: 'session=pl4nted'}}}}",
        "snapshots: postgresql://u:pl4nted@h/db",
        "timeout: postgresql://u:pl4nted@h/db",
        "tables: postgresql://u:pl4nted@h/db",
        "waivers: [{rule: 'http://u:pl4nted@h/'}]",
      })
  void aPasswordInTheFileIsRefusedAndNotShown(String text) {
    Problem problem = problem(text);

    assertThat(problem.what()).contains("a password stands in the file");
    assertThat(problem.toString()).doesNotContain("pl4nted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checks: {a: {http: {url: 'http://u:${PASS}@h/?token=${PASS}', headers:"
            + " {Authorization: 'Bearer ${PASS}', Cookie: 'a=${PASS}', Accept: text/plain}}}}",
        "checks: {a: {http: {url: 'http://u@h:80/a:b@c'}}}",
        "snapshots: postgresql://u@h/db",
      })
  void aPasswordFromTheEnvironmentIsNot(String text) {
    assertThat(WrittenFile.read(folder, text, Map.of("PASS", "pl4nted")).toString())
        .doesNotContain("pl4nted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accept: '${PASS}'",
        "tables: ${PASS}",
        "extends: ${PASS}",
        "off: ['${PASS}']",
        "checks: {a: {sql: {query: q, expect: '> ${PASS}'}}}",
        "checks: {a: {http: {url: '${PASS}'}}}",
        "checks: {a: {http: {url: 'http://h/ ${PASS}'}}}",
        "checks: {a: {columns: ['${PASS}']}}",
        "waivers: [{rule: '${PASS}', object: a, reason: b, until: '${PASS}'}]",
      })
  void theValueOfAVariableIsNeverShown(String text) {
    assertThat(problem(text).toString()).contains("${PASS}").doesNotContain("pl4nted");
  }

  @Test
  void variablesHaveDefaultsAndTypes() {
    CheckFile file =
        WrittenFile.read(
            folder,
            """
            revision: ${REVISION:-v1}-${SUFFIX}$${x}
            tables: ${COUNT}
            migrations: ${NONE:-}
            snapshots: '${EMPTY:-snaps}'
            """,
            Map.of("COUNT", "17", "SUFFIX", "a", "EMPTY", ""));

    assertThat(file.revision()).contains("v1-a${x}");
    assertThat(file.tables()).hasValue(17);
    assertThat(file.migrations()).isEmpty();
    assertThat(file.snapshots()).contains(Path.of("snaps"));
  }
}
