package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.importer.manual.ManualEnd;
import io.xlink.importer.manual.ManualEvent;
import io.xlink.importer.manual.ManualRequest;
import io.xlink.iwfm.protocol.ClientState;
import io.xlink.model.ImportKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of an import by hand, with sources whose steps the test ends as it likes. */
class ManualImportsTest {
    private static final LocalDate DAY = LocalDate.parse("2014-12-23");

    private final ImportGate gate = new ImportGate();
    private final ExecutorService routes = Executors.newCachedThreadPool();
    private final List<ManualEvent> events = new ArrayList<>();

    @AfterEach
    void stop() {
        routes.shutdownNow();
    }

    /** A source whose route is a function of its turn. */
    private final class Source implements ManualSource {
        private final String system;
        private final Receivers receivers;
        private final Consumer<Turn<LocalDate>> route;
        private boolean ended;

        Source(String system, Receivers receivers, Consumer<Turn<LocalDate>> route) {
            this.system = system;
            this.receivers = receivers;
            this.route = route;
        }

        @Override
        public String system() {
            return system;
        }

        @Override
        public ImportKind kind() {
            return ImportKind.CALL_DATA;
        }

        @Override
        public Receivers receivers() {
            return receivers;
        }

        @Override
        public Turn<?> begin(ManualRequest request, List<String> warnings) {
            assertThat(gate.isOpen()).isFalse();
            Turn<LocalDate> turn = new Turn<>(
                    List.copyOf(request.allDays()), request.dryRun(), LocalDate::toString, request.allDays());
            Future<?> running = routes.submit(() -> route.accept(turn));
            assertThat(running).isNotNull();
            return turn;
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    @Test
    void everyDayIsToldAndTheAutomaticImportsGoOnAfterwards() throws Exception {
        Source source = new Source("ACD", () -> true, ManualImportsTest::importAll);
        run(request(3, Optional.empty()), source);
        assertThat(texts(ManualEvent.Kind.RESULT))
                .containsExactly("[ACD] 2014-12-23", "[ACD] 2014-12-24", "[ACD] 2014-12-25");
        assertThat(last()).isEqualTo(ManualEvent.end(ManualEnd.DONE, "", 3, 3));
        assertThat(source.ended).isTrue();
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void aFailureEndsItsSystemAndNoOther() throws Exception {
        Source broken = new Source("Broken", () -> true, turn -> {
            turn.next();
            turn.failed(new IllegalStateException("no such table"));
        });
        run(request(2, Optional.empty()), broken, new Source("ACD", () -> true, ManualImportsTest::importAll));
        assertThat(texts(ManualEvent.Kind.RESULT)).containsExactly("[ACD] 2014-12-23", "[ACD] 2014-12-24");
        assertThat(last().end()).isEqualTo(ManualEnd.FAILED);
        assertThat(last().text()).isEqualTo("[Broken] no such table");
    }

    @Test
    void aServerThatStaysAwayEndsItAndIsNamed() throws Exception {
        Receivers away = new Receivers() {
            @Override
            public boolean ready() {
                return false;
            }

            @Override
            public Map<String, ClientState> awaited() {
                return Map.of("WFM", ClientState.WAITING);
            }
        };
        run(request(1, Optional.empty()), new Source("ACD", away, turn -> turn.waitsFor("server WFM")));
        assertThat(texts(ManualEvent.Kind.WAITING)).containsOnly("waits for server WFM");
        assertThat(last().end()).isEqualTo(ManualEnd.SERVER_NOT_AVAILABLE);
    }

    @Test
    void aRefusedLoginIsNotWaitedFor() throws Exception {
        Receivers refused = new Receivers() {
            @Override
            public boolean ready() {
                return false;
            }

            @Override
            public Map<String, ClientState> awaited() {
                return Map.of("WFM", ClientState.REFUSED);
            }
        };
        ManualRequest patient = new ManualRequest(Set.of(ImportKind.CALL_DATA), DAY, 1, Optional.empty(), false, 3600);
        run(patient, new Source("ACD", refused, turn -> turn.waitsFor("server WFM")));
        assertThat(last().end()).isEqualTo(ManualEnd.LOGIN_REFUSED);
    }

    /** An administrator's own route may do anything. */
    @Test
    void aRouteThatEndsWithoutAnOutcomeLetsNobodyWait() throws Exception {
        run(request(1, Optional.empty()), new Source("ACD", () -> true, turn -> {
            turn.next();
            turn.ending().onComplete(new DefaultExchange(new DefaultCamelContext()));
        }));
        assertThat(last().text()).isEqualTo("[ACD] the route ended without an outcome");
    }

    @Test
    void anUnknownSystemIsToldWithThoseThatThereAre() throws Exception {
        run(request(1, Optional.of("Acd")), new Source("ACD", () -> true, ManualImportsTest::importAll));
        assertThat(last().end()).isEqualTo(ManualEnd.NOTHING_TO_DO);
        assertThat(last().text()).endsWith("there are: ACD");
    }

    @Test
    void anAutomaticImportThatIsUnderWayIsWaitedForAndNamed() throws Exception {
        ImportGate.Pass pass = gate.enter("Views").orElseThrow();
        new ManualImports(gate, List.of(new Source("ACD", () -> true, ManualImportsTest::importAll)))
                .run(
                        request(1, Optional.empty()),
                        event -> {
                            events.add(event);
                            if (event.kind() == ManualEvent.Kind.WAITING) {
                                assertThat(gate.enter("another")).isEmpty();
                                pass.close();
                            }
                        },
                        () -> false);
        assertThat(texts(ManualEvent.Kind.WAITING)).containsExactly("waits for the automatic import of Views to end");
        assertThat(last().end()).isEqualTo(ManualEnd.DONE);
    }

    @Test
    void whoeverGivesUpGetsWhatIsUnderWay() throws Exception {
        Source source = new Source("ACD", () -> true, turn -> {
            turn.next();
            while (turn.total() > 0 && !cancelled()) {
                Thread.onSpinWait();
            }
            turn.done(new Turn.Step("2014-12-23", false, List.of()));
        });
        new ManualImports(gate, List.of(source)).run(request(3, Optional.empty()), events::add, this::cancelled);
        assertThat(last().end()).isEqualTo(ManualEnd.CANCELLED);
        assertThat(texts(ManualEvent.Kind.RESULT)).containsExactly("[ACD] 2014-12-23");
    }

    private volatile int asked;

    private boolean cancelled() {
        return asked++ > 3;
    }

    private static void importAll(Turn<LocalDate> turn) {
        for (Optional<LocalDate> day = turn.next(); day.isPresent(); day = turn.next()) {
            turn.done(new Turn.Step(day.get().toString(), false, List.of()));
        }
    }

    private void run(ManualRequest request, Source... sources) throws InterruptedException {
        new ManualImports(gate, List.of(sources)).run(request, events::add, () -> false);
    }

    private static ManualRequest request(int days, Optional<String> system) {
        return new ManualRequest(Set.of(ImportKind.CALL_DATA), DAY, days, system, false, 1);
    }

    private List<String> texts(ManualEvent.Kind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(ManualEvent::text)
                .toList();
    }

    private ManualEvent last() {
        return events.get(events.size() - 1);
    }
}
