package dev.dbpreflight.app;

import dev.dbpreflight.app.Programs.Ended;
import dev.dbpreflight.app.Programs.Launch;
import dev.dbpreflight.app.Programs.NotStarted;
import dev.dbpreflight.app.Programs.TimedOut;
import dev.dbpreflight.checks.BackupSetting.ByCommand;
import dev.dbpreflight.checks.FileText;
import dev.dbpreflight.conditions.Backup;
import dev.dbpreflight.conditions.Backup.Made;
import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.connect.Deadline;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a program of the user when the last backup was made. */
final class BackupCommand {
  private static final int SHOWN = 200;
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSS][.SSS][XXX][XX][X]");

  private final ByCommand setting;
  private final Surroundings surroundings;

  BackupCommand(ByCommand setting, Surroundings surroundings) {
    this.setting = setting;
    this.surroundings = surroundings;
  }

  Conditions ask(Backup backup, Conditions known, Deadline deadline) {
    Path folder = surroundings.folder().resolve(setting.folder());
    List<String> words = new ArrayList<>(setting.words().stream().map(FileText::value).toList());
    if (words.getFirst().contains("/")) {
      words.set(0, folder.resolve(words.getFirst()).toString());
    }
    Duration limit = deadline.remaining();
    return switch (surroundings
        .programs()
        .run(new Launch(words, folder, surroundings.environment(), limit))) {
      case Ended ended when ended.exitCode() != 0 -> known.with(backup.withAbsence(failure(ended)));
      case Ended ended -> told(ended.out(), backup, known);
      case NotStarted refused ->
          unread(backup, known, refused.reason(), "correct \"command\" in the check file");
      case TimedOut late ->
          unread(
              backup,
              known,
              "the command did not end within " + Deadline.spoken(late.limit()),
              "a longer --timeout, or a faster command");
    };
  }

  private String failure(Ended ended) {
    String said = first(ended.err());
    return "the command \"%s\" ended with exit code %d%s"
        .formatted(setting.written(), ended.exitCode(), said.isEmpty() ? "" : ": " + said);
  }

  /** The first line that says something, without what came from variables of the check file. */
  private String first(String text) {
    String line =
        text.lines().map(String::strip).filter(each -> !each.isEmpty()).findFirst().orElse("");
    for (FileText word : setting.words()) {
      if (!word.value().equals(word.written())) {
        line = line.replace(word.value(), word.written());
      }
    }
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }

  private Conditions told(String out, Backup backup, Conditions known) {
    Optional<Instant> at = moment(first(out));
    return at.isPresent()
        ? known.with(backup.withMade(new Made(at.get(), "the command's own word")))
        : unread(
            backup,
            known,
            "the first line that the command printed is no time stamp",
            "let it print 2027-01-31T02:00:00Z, or seconds since 1970");
  }

  /** A time without a zone could be anybody's, and is none. */
  static Optional<Instant> moment(String text) {
    try {
      if (text.matches("\\d{9,11}(\\.\\d+)?")) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(text.replaceFirst("\\..*", ""))));
      }
      return Optional.of(OffsetDateTime.parse(text, WRITTEN).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private static Conditions unread(Backup backup, Conditions known, String reason, String remedy) {
    return known
        .with(backup)
        .withUnread(new Unread(Topic.BACKUP, "whether there is a backup", reason, remedy))
        .withUnread(new Unread(Topic.BACKUP_AGE, "when the backup was made", reason, remedy));
  }
}
