package dev.dbpreflight.rules.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbpreflight.conditions.Conditions;
import dev.dbpreflight.conditions.DatabaseFile;
import dev.dbpreflight.conditions.DatabaseFile.Fault;
import dev.dbpreflight.conditions.DatabaseFile.Logs;
import dev.dbpreflight.conditions.DatabaseFile.Presence;
import dev.dbpreflight.conditions.DatabaseFile.Store;
import dev.dbpreflight.conditions.FileContent;
import dev.dbpreflight.conditions.FileContent.Orphans;
import dev.dbpreflight.conditions.FilePages;
import dev.dbpreflight.conditions.FileUser;
import dev.dbpreflight.conditions.FileUser.Use;
import dev.dbpreflight.conditions.Topic;
import dev.dbpreflight.conditions.Unread;
import dev.dbpreflight.model.ObjectName;
import dev.dbpreflight.rules.Rule;
import dev.dbpreflight.support.EvidenceBuilder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules about the file of an SQLite database. */
class DatabaseFileRulesTest {
  private static final Store LOCAL = new Store("ext4", false, false, 1_000_000_000);
  private static final FileUser APPLICATION =
      new FileUser(OptionalLong.of(4711), "gunicorn", Use.OPEN);

  /** A file like most, to be made worse. */
  private static DatabaseFile file(
      Presence presence, Logs logs, Store store, List<Fault> faults, List<FileUser> users) {
    return new DatabaseFile(
        "/srv/app.db",
        presence,
        1_000_000,
        logs,
        Optional.of(store),
        faults,
        false,
        users,
        Optional.empty(),
        FileContent.NONE);
  }

  private static DatabaseFile healthy() {
    return file(Presence.THERE, Logs.NONE, LOCAL, List.of(), List.of(APPLICATION))
        .withPages(new FilePages(4096, 250, 10, false));
  }

  private static DatabaseFile usedBy(FileUser... users) {
    return file(Presence.THERE, Logs.NONE, LOCAL, List.of(), List.of(users));
  }

  private static DatabaseFile on(Store store) {
    return file(Presence.THERE, new Logs(true, 0, false, false), store, List.of(), List.of());
  }

  private static DatabaseFile beside(Logs logs) {
    return file(Presence.THERE, logs, LOCAL, List.of(), List.of());
  }

  private static List<String> findings(DatabaseFile file, Rule rule) {
    return EvidenceBuilder.fresh().conditions(Conditions.NONE.with(file)).findings(rule);
  }

  static List<Rule> rules() {
    return BuiltinRules.ALL.stream()
        .filter(
            rule ->
                rule.info().id().startsWith("database-f")
                    || rule.info().id().startsWith("write-ahead")
                    || rule instanceof DiskSpaceLow
                    || rule instanceof JournalLeftBehind
                    || rule instanceof ForeignKeyViolated
                    || rule instanceof ConstraintViolated)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aHealthyFileIsFine(Rule rule) {
    assertThat(findings(healthy(), rule)).hasSize(rule instanceof DatabaseFileInUse ? 1 : 0);
    assertThat(EvidenceBuilder.fresh().findings(rule)).isEmpty();
  }

  @Test
  void aTransactionThatIsOpenLocks() {
    FileUser writer = new FileUser(OptionalLong.of(7), "py\nthon\u001b[1m", Use.WRITING);
    FileUser hidden = new FileUser(OptionalLong.empty(), "", Use.WRITING);
    FileUser reader = new FileUser(OptionalLong.of(8), "", Use.READING);
    assertThat(findings(usedBy(writer, hidden, reader, APPLICATION), new DatabaseFileLocked()))
        .containsExactlyInAnyOrder(
            "pid 7 (py\nthon\u001b[1m) keeps a write transaction open",
            "an unknown process keeps a write transaction open",
            "pid 8 keeps a read open, so that nobody else can commit");
  }

  @Test
  void whoeverHasTheFileOpenIsNamed() {
    DatabaseFileInUse rule = new DatabaseFileInUse();
    FileUser reader = new FileUser(OptionalLong.of(8), "sqlite3", Use.READING);
    assertThat(findings(usedBy(APPLICATION), rule))
        .containsExactly("another process has the file open: pid 4711 (gunicorn)");
    assertThat(findings(usedBy(reader, APPLICATION), rule))
        .containsExactly("2 processes have the file open: pid 8 (sqlite3), pid 4711 (gunicorn)");
    assertThat(findings(usedBy(), rule)).isEmpty();
  }

  @Test
  void damageIsToldOnce() {
    FileContent content =
        new FileContent(
            List.of("Page 3: never used", "2nd reference to 'x'"), List.of(), List.of());
    assertThat(findings(healthy().withContent(content), new DatabaseFileDamaged()))
        .containsExactly("SQLite reports damage: Page 3: never used, 2nd reference to 'x'");
  }

  @Test
  void everyBrokenConstraintIsToldOnce() {
    FileContent content =
        new FileContent(
            List.of(),
            List.of("NULL value in t.a", "NULL value in t.a", "TEXT value in t.%s"),
            List.of());
    assertThat(findings(healthy().withContent(content), new ConstraintViolated()))
        .containsExactlyInAnyOrder(
            "SQLite reports: NULL value in t.a", "SQLite reports: TEXT value in t.%s");
  }

  @Test
  void orphansAreCounted() {
    FileContent content =
        new FileContent(
            List.of(),
            List.of(),
            List.of(
                new Orphans(ObjectName.global("a\"%d"), "pa'rent", 1),
                new Orphans(ObjectName.global("b"), "p", 3)));
    assertThat(findings(healthy().withContent(content), new ForeignKeyViolated()))
        .containsExactly(
            "1 row of table \"a\"%d\" refers to a row of \"pa'rent\" that does not exist",
            "3 rows of table \"b\" refer to rows of \"p\" that do not exist");
  }

  @Test
  void whatACrashLeftIsTold() {
    JournalLeftBehind rule = new JournalLeftBehind();
    assertThat(findings(beside(new Logs(false, 0, true, false)), rule))
        .containsExactly(
            "the -journal beside the file holds a transaction that was cut off and has to be"
                + " undone");
    assertThat(findings(beside(new Logs(true, 4152, false, true)), rule))
        .containsExactly("the -wal beside the file holds transactions, and no process has it open");
    assertThat(findings(beside(new Logs(true, 4152, false, false)), rule)).isEmpty();
  }

  @Test
  void aLogIsLargeFromItsThresholdOn() {
    WriteAheadLogLarge rule = new WriteAheadLogLarge();
    assertThat(findings(beside(new Logs(true, 256_000_000, false, false)), rule)).isEmpty();
    assertThat(findings(beside(new Logs(true, 257_000_000, false, false)), rule))
        .containsExactly("the write-ahead log has 257 MB, more than 256 MB");
  }

  @Test
  void aLogOnANetworkIsDangerous() {
    WriteAheadLogOnNetwork rule = new WriteAheadLogOnNetwork();
    Store share = new Store("nfs4", true, false, 1_000_000_000);
    assertThat(findings(on(share), rule))
        .containsExactly("the file is in write-ahead mode on a file system of type nfs4");
    assertThat(findings(on(LOCAL), rule)).isEmpty();
    assertThat(findings(file(Presence.THERE, Logs.NONE, share, List.of(), List.of()), rule))
        .isEmpty();
  }

  @Test
  void aMigrationNeedsRoomForTwoCopies() {
    DiskSpaceLow rule = new DiskSpaceLow();
    assertThat(findings(on(new Store("ext4", false, false, 9_000_000)), rule))
        .containsExactly("9 MB are free on the disk, the file has 1 MB and may need 10 MB");
    assertThat(findings(on(new Store("ext4", false, false, 10_000_000)), rule)).isEmpty();
    Logs large = new Logs(true, 9_000_000, false, false);
    Store store = new Store("ext4", false, false, 19_000_000);
    assertThat(findings(file(Presence.THERE, large, store, List.of(), List.of()), rule))
        .containsExactly("19 MB are free on the disk, the file has 10 MB and may need 20 MB");
  }

  @Test
  void whatCannotBeWrittenIsAnError() {
    DatabaseFileNotWritable rule = new DatabaseFileNotWritable();
    List<Fault> faults =
        List.of(new Fault("its folder", "has mode r-xr-xr-x and belongs to ro%ot"));
    assertThat(findings(file(Presence.THERE, Logs.NONE, LOCAL, faults, List.of()), rule))
        .containsExactly(
            "its folder cannot be written to: it has mode r-xr-xr-x and belongs to ro%ot");
    Store readOnly = new Store("squashfs", false, true, 0);
    assertThat(findings(file(Presence.THERE, Logs.NONE, readOnly, faults, List.of()), rule))
        .containsExactly("its file system is mounted for reading only");
    assertThat(findings(on(readOnly), new DiskSpaceLow())).isEmpty();
  }

  @Test
  void aMissingFolderIsTold() {
    DatabaseFolderMissing rule = new DatabaseFolderMissing();
    Presence homeless = Presence.MISSING_WITH_FOLDER;
    assertThat(findings(file(homeless, Logs.NONE, LOCAL, List.of(), List.of()), rule))
        .containsExactly("the folder of \"/srv/app.db\" does not exist");
    assertThat(findings(file(Presence.MISSING, Logs.NONE, LOCAL, List.of(), List.of()), rule))
        .isEmpty();
  }

  @Test
  void freePagesAreToldWhereTheyAreManyAndMost() {
    DatabaseFileMostlyFree rule = new DatabaseFileMostlyFree();
    assertThat(findings(healthy().withPages(new FilePages(4096, 50_000, 30_000, false)), rule))
        .containsExactly("60 % of the file are free pages: 123 MB");
    assertThat(findings(healthy().withPages(new FilePages(4096, 90_000, 30_000, false)), rule))
        .isEmpty();
    assertThat(findings(healthy().withPages(new FilePages(4096, 100, 90, false)), rule)).isEmpty();
    assertThat(findings(healthy().withPages(new FilePages(4096, 0, 0, false)), rule)).isEmpty();
  }

  @Test
  void pagesRunOutAtAKnownNumber() {
    DatabaseFileNearLimit rule = new DatabaseFileNearLimit();
    assertThat(findings(healthy().withPages(new FilePages(4096, 900_000_000, 0, false)), rule))
        .containsExactly(
            "the file has 900000000 of the 1073741823 pages that it may have, 4.1 kB each");
    assertThat(findings(healthy().withPages(new FilePages(4096, 800_000_000, 0, false)), rule))
        .isEmpty();
  }

  @Test
  void whatWasNotSeenIsNotChecked() {
    assertThat(unseen(new DatabaseFileLocked(), Topic.FILE_LOCKS)).hasSize(1);
    assertThat(unseen(new DatabaseFileInUse(), Topic.FILE_USERS)).hasSize(1);
    assertThat(unseen(new DatabaseFileDamaged(), Topic.FILE_INTEGRITY)).hasSize(1);
    assertThat(unseen(new ConstraintViolated(), Topic.FILE_INTEGRITY)).hasSize(1);
    assertThat(unseen(new ForeignKeyViolated(), Topic.FILE_ORPHANS)).hasSize(1);
    assertThat(unseen(new DatabaseFileNotWritable(), Topic.FILE_RIGHTS)).hasSize(1);
    assertThat(unseen(new DiskSpaceLow(), Topic.FILE_STORE)).hasSize(1);
    assertThat(unseen(new DatabaseFileMostlyFree(), Topic.FILE_PAGES)).hasSize(1);
    assertThat(unseen(new DatabaseFileNearLimit(), Topic.FILE_PAGES)).hasSize(1);
    assertThat(unseen(new WriteAheadLogOnNetwork(), Topic.FILE_STORE)).hasSize(1);
    assertThat(unseen(new JournalLeftBehind(), Topic.FILE_LOCKS)).hasSize(1);
    assertThat(unseen(new DatabaseFileLocked(), Topic.SERVER_MODE)).isEmpty();
  }

  private static List<String> unseen(Rule rule, Topic topic) {
    Conditions known =
        Conditions.NONE
            .with(beside(new Logs(true, 4152, false, false)))
            .withUnread(new Unread(topic, "it", "no", "ask"));
    return EvidenceBuilder.fresh().conditions(known).unseen(rule);
  }

  @Test
  void everyUserMayWrite() {
    DatabaseFile open =
        new DatabaseFile(
            "/srv/app.db",
            Presence.THERE,
            1,
            Logs.NONE,
            Optional.empty(),
            List.of(),
            true,
            List.of(),
            Optional.empty(),
            FileContent.NONE);
    assertThat(findings(open, new DatabaseFileWritableByAll()))
        .containsExactly("every user may write to the file");
  }
}
