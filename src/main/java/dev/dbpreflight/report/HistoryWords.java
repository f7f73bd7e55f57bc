package dev.dbpreflight.report;

import static java.util.stream.Collectors.joining;

import dev.dbpreflight.history.History;
import dev.dbpreflight.history.MigrationFile;
import dev.dbpreflight.history.MigrationGraph.MissingParent;
import dev.dbpreflight.history.MigrationLock;
import dev.dbpreflight.history.Migrations.Unread;
import dev.dbpreflight.history.Standing;
import dev.dbpreflight.history.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is wrong with histories and with the files of a release, one sentence each. */
final class HistoryWords {
  /** Thousands of the same kind must not hide the other kinds; JSON has all of them. */
  private static final int SHOWN = 5;

  private static final int IDS_SHOWN = 5;

  private HistoryWords() {}

  /** Everything that is wrong, what stops the tool first. */
  static List<String> wrong(List<History> histories, Optional<Release> release) {
    List<String> all = new ArrayList<>();
    for (History history : histories) {
      String place = histories.size() == 1 ? "" : SafeText.line(history.table() + ": ");
      add(all, place, history.troubles(), HistoryWords::trouble);
      add(all, place, history.locks(), HistoryWords::lock);
    }
    for (Standing standing : release.map(Release::standings).orElse(List.of())) {
      standing(all, standing, release.get().standings().size() > 1);
    }
    release.ifPresent(found -> files(all, found));
    return all;
  }

  private static void standing(List<String> all, Standing standing, boolean oneOfSeveral) {
    String place = oneOfSeveral ? standing.history().map(HistoryWords::place).orElse("") : "";
    String tool = standing.migrations().tool().title();
    add(
        all,
        place,
        standing.ahead(),
        id -> id + " is recorded, newer than all files of the release");
    add(
        all,
        place,
        standing.missing(),
        id -> id + " is recorded, and no file of the release has it");
    add(
        all,
        place,
        standing.edited(),
        file -> named(file) + " was edited after it had been applied");
    add(
        all,
        place,
        standing.leftOut(),
        file -> named(file) + " was never applied, and " + tool + " passes over it from now on");
    add(
        all,
        place,
        standing.torn(),
        file -> named(file) + " stands for migrations of which only some were applied");
  }

  private static void files(List<String> all, Release release) {
    add(all, "", release.rivalHeads(), heads -> "the release has several heads: " + ids(heads));
    add(all, "", release.missingParents(), HistoryWords::missingParent);
    add(all, "", release.cycles(), ids -> "a circle, each needs another one first: " + ids(ids));
    add(
        all,
        "",
        release.duplicates(),
        files ->
            files.size()
                + " files have the id "
                + files.getFirst().id()
                + ": "
                + ids(files.stream().map(MigrationFile::path).toList()));
    add(all, "", release.migrations().unread(), HistoryWords::unread);
  }

  private static <T> void add(
      List<String> all, String place, Collection<T> found, Function<T, String> words) {
    found.stream()
        .limit(SHOWN)
        .map(words.andThen(SafeText::line))
        .map(place::concat)
        .forEach(all::add);
    if (found.size() > SHOWN) {
      all.add(
          place + "and " + (found.size() - SHOWN) + " more like this (--format json lists all)");
    }
  }

  private static String place(History history) {
    return SafeText.line(history.table() + ": ");
  }

  static String trouble(Trouble trouble) {
    String name =
        trouble.migration().isEmpty() ? "a migration" : "migration " + trouble.migration();
    String words =
        switch (trouble.kind()) {
          case FAILED -> name + " failed";
          case DIRTY -> name + " left the history marked as dirty";
          case UNFINISHED -> name + " was started and has not ended";
        };
    return trouble.detail().isEmpty() ? words : words + ": " + trouble.detail();
  }

  /** Who, where, and last what differs from one moment to the next. */
  static String lock(MigrationLock lock) {
    String holder = lock.holder().isEmpty() ? "somebody" : lock.holder();
    String where =
        switch (lock.kind()) {
          case ROW -> "locked by " + holder + ", as a row says";
          case SESSION -> "locked by " + holder + ", who is connected";
        };
    String moment =
        Stream.of(
                lock.pid() == 0 ? "" : "pid " + lock.pid(),
                lock.age().map(age -> "for " + spoken(age)).orElse(""))
            .filter(part -> !part.isEmpty())
            .collect(joining(", "));
    return moment.isEmpty() ? where : where + " (" + moment + ")";
  }

  private static String missingParent(MissingParent missing) {
    return named(missing.file()) + " follows " + missing.parent() + ", which no file has";
  }

  private static String unread(Unread file) {
    String line = file.line() == 0 ? "" : ":" + file.line();
    return file.path() + line + " " + file.reason();
  }

  /** The id, and the file where it does not say the same. */
  static String named(MigrationFile file) {
    return file.path().contains(file.id()) ? file.path() : file.id() + " (" + file.path() + ")";
  }

  static String ids(Collection<String> ids) {
    String first = ids.stream().limit(IDS_SHOWN).collect(joining(", "));
    return ids.size() > IDS_SHOWN ? first + " and " + (ids.size() - IDS_SHOWN) + " more" : first;
  }

  private static String spoken(Duration age) {
    if (age.toMinutes() < 1) {
      return age.toSeconds() + " s";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min";
    }
    return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " days";
  }
}
