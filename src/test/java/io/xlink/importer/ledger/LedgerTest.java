package io.xlink.importer.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.importer.memory.ImporterDatabase;
import io.xlink.model.ImportKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger in a real database, across restarts of the program. */
class LedgerTest {
    private static final LocalDate DAY = LocalDate.parse("2014-12-23");
    private static final Duration KEPT = Duration.ofDays(400);
    private static final LedgerQuery ALL = new LedgerQuery(false, Optional.empty(), Optional.empty(), 1000);

    @TempDir
    Path data;

    private final Hand clock = new Hand();

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2014-12-23T06:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @Test
    void keepsWhatWasReadAndAnswered() throws Exception {
        ReadFile file = new ReadFile("/in/a.csv", 120, clock.instant(), Optional.of("ab12"), 10, 1);
        RanQuery query = new RanQuery("select a from b where c = ?", 7);
        Answer answer = new Answer("WFM", DAY, UUID.randomUUID(), 40, 0);
        try (Ledger ledger = ledger()) {
            long id = ledger.begin(begun("ACD", "batch 1"));
            clock.pass(Duration.ofMillis(1500));
            ledger.done(id, new Ended(List.of(file), List.of(query, query), 10, 1, 0, List.of(answer), List.of()));
        }
        try (LedgerReader reader = reader()) {
            Entry entry = only(reader.find(ALL));
            assertThat(entry.state()).isEqualTo(State.PARTLY);
            assertThat(Duration.between(entry.started(), entry.ended().orElseThrow()))
                    .isEqualTo(Duration.ofMillis(1500));
            assertThat(entry.days()).containsExactly(DAY);
            assertThat(entry.rows()).isEqualTo(10);
            assertThat(entry.stored()).isEqualTo(40);
            assertThat(entry.mapping()).isEqualTo("4711");
            assertThat(reader.files(entry.id())).containsExactly(file);
            assertThat(reader.statements(entry.id())).containsExactly(query, query);
            assertThat(reader.answers(entry.id())).containsExactly(answer);
        }
    }

    @Test
    void whatHadBegunWhenTheProgramEndedWasInterrupted() throws Exception {
        try (Ledger ledger = ledger()) {
            ledger.begin(begun("ACD", "batch 1"));
        }
        try (LedgerReader reader = reader()) {
            assertThat(only(reader.find(ALL)).state()).isEqualTo(State.RUNNING);
        }
        ledger().close();
        try (LedgerReader reader = reader()) {
            assertThat(only(reader.find(ALL)).state()).isEqualTo(State.INTERRUPTED);
        }
    }

    @Test
    void attemptsAtTheSameAreOneEntryUntilItSucceeds() throws Exception {
        try (Ledger ledger = ledger()) {
            for (int attempt = 0; attempt < 3; attempt++) {
                ledger.failed(ledger.begin(begun("ACD", "batch 1")), "the server is away");
            }
            ledger.failed(ledger.begin(begun("Other", "batch 1")), "its database is away");
            ledger.done(ledger.begin(begun("ACD", "batch 1")), nothing());
            ledger.done(ledger.begin(begun("ACD", "batch 1")), nothing());
        }
        try (LedgerReader reader = reader()) {
            List<Entry> entries = reader.find(ALL);
            assertThat(entries).extracting(Entry::system).containsExactly("ACD", "Other", "ACD");
            assertThat(entries).extracting(Entry::attempts).containsExactly(4, 1, 1);
            assertThat(entries).extracting(Entry::state).containsExactly(State.DONE, State.FAILED, State.DONE);
            assertThat(entries.get(0).error()).isEmpty();
            assertThat(entries.get(1).error()).contains("its database is away");
        }
    }

    @Test
    void isAskedForTroubleDaysAndSystems() throws Exception {
        try (Ledger ledger = ledger()) {
            ledger.done(ledger.begin(begun("ACD", "1")), nothing());
            ledger.failed(ledger.begin(begun("ACD", "2")), "away");
            Answer other = new Answer("WFM", DAY.plusDays(1), UUID.randomUUID(), 1, 0);
            ledger.done(
                    ledger.begin(new Begun("Views", ImportKind.ACTIVITIES, Origin.MANUAL, "3", Set.of(), "")),
                    new Ended(List.of(), List.of(), 1, 0, 0, List.of(other), List.of()));
        }
        try (LedgerReader reader = reader()) {
            assertThat(reader.find(new LedgerQuery(true, Optional.empty(), Optional.empty(), 9)))
                    .extracting(Entry::state)
                    .containsExactly(State.FAILED);
            assertThat(reader.find(new LedgerQuery(false, Optional.of(DAY.plusDays(1)), Optional.empty(), 9)))
                    .extracting(Entry::system)
                    .containsExactly("Views");
            assertThat(reader.find(new LedgerQuery(false, Optional.empty(), Optional.of("ACD"), 1)))
                    .extracting(Entry::state)
                    .containsExactly(State.FAILED);
        }
    }

    @Test
    void forgetsWhatIsOlderThanAskedFor() throws Exception {
        try (Ledger ledger = ledger()) {
            for (int i = 0; i < 50; i++) {
                ledger.done(ledger.begin(begun("ACD", "old " + i)), nothing());
            }
            clock.pass(KEPT.plusDays(1));
            for (int i = 0; i < 3; i++) {
                ledger.done(ledger.begin(begun("ACD", "new " + i)), nothing());
            }
        }
        try (LedgerReader reader = reader()) {
            assertThat(reader.find(ALL)).hasSize(3);
        }
    }

    @Test
    void whatTurnsOutToBeNothingLeavesNoEntry() throws Exception {
        try (Ledger ledger = ledger()) {
            ledger.nothing(ledger.begin(begun("ACD", "1")));
        }
        try (LedgerReader reader = reader()) {
            assertThat(reader.find(ALL)).isEmpty();
        }
    }

    private Ledger ledger() {
        return new Ledger(data, KEPT, clock);
    }

    private LedgerReader reader() {
        return new LedgerReader(ImporterDatabase.openReadOnly(data).orElseThrow());
    }

    private static Begun begun(String system, String subject) {
        return new Begun(system, ImportKind.CALL_DATA, Origin.AUTOMATIC, subject, Set.of(DAY), "4711");
    }

    private static Ended nothing() {
        return new Ended(List.of(), List.of(), 0, 0, 0, List.of(), List.of());
    }

    private static Entry only(List<Entry> entries) {
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}
