package io.xlink.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.xlink.model.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each server is asked once, at its first login; files wait for the answer, but not for ever. */
class FirstLoginsTest {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final FakeLinks links = new FakeLinks();
    private final Queue<String> known = new ConcurrentLinkedQueue<>();
    private final FirstLogins logins = new FirstLogins(
            links,
            List.of("A", "B"),
            (server, catalogue) -> {
                known.add(server + "=" + catalogue.server());
                if (catalogue.server().equals("poison")) {
                    throw new IllegalStateException("poison");
                }
            },
            executor);

    private static final class FakeLinks implements FirstLogins.Links {
        final Set<String> ready = ConcurrentHashMap.newKeySet();
        final Map<String, Queue<CompletableFuture<Catalogue>>> questions = new ConcurrentHashMap<>();

        final AtomicInteger broken = new AtomicInteger();

        @Override
        public boolean ready(String server) {
            if (broken.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new IllegalStateException("not started");
            }
            return ready.contains(server);
        }

        @Override
        public CompletableFuture<Catalogue> catalogue(String server) {
            CompletableFuture<Catalogue> answer = new CompletableFuture<>();
            questions
                    .computeIfAbsent(server, s -> new ConcurrentLinkedQueue<>())
                    .add(answer);
            return answer;
        }

        CompletableFuture<Catalogue> awaitQuestion(String server) {
            await("question to " + server)
                    .until(() -> questions.containsKey(server)
                            && !questions.get(server).isEmpty());
            return questions.get(server).remove();
        }
    }

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void anErrorWhileLookingDoesNotEndTheLooking() {
        links.broken.set(3);
        links.ready.add("A");
        logins.start();

        links.awaitQuestion("A").complete(catalogue("one"));

        await().until(() -> logins.passed(Set.of("A")));
    }

    @Test
    void eachServerIsAskedAtItsOwnFirstLoginAndOnce() {
        logins.start();
        assertThat(logins.passed(Set.of("A"))).isFalse();
        links.ready.add("A");
        CompletableFuture<Catalogue> question = links.awaitQuestion("A");
        assertThat(logins.passed(Set.of("A"))).isFalse();
        question.complete(catalogue("one"));

        await().until(() -> logins.passed(Set.of("A")));
        assertThat(logins.passed(Set.of("A", "B"))).isFalse();
        links.ready.add("B");
        links.awaitQuestion("B").complete(catalogue("two"));

        await().until(() -> logins.passed(Set.of("A", "B")));
        assertThat(known).containsExactly("A=one", "B=two");
        await("nobody is left to ask").until(executor::isTerminated);
        assertThat(links.questions.get("A")).isEmpty();
    }

    @Test
    void aServerThatIsCutOffBeforeItAnswersIsAskedAtTheNextLogin() {
        logins.start();
        links.ready.add("A");
        CompletableFuture<Catalogue> first = links.awaitQuestion("A");
        links.ready.remove("A");
        first.completeExceptionally(new IllegalStateException("cut"));
        links.ready.add("A");

        links.awaitQuestion("A").complete(catalogue("again"));

        await().until(() -> logins.passed(Set.of("A")));
        assertThat(known).containsExactly("A=again");
    }

    @Test
    void aServerThatCannotAnswerIsPassedWithout() {
        logins.start();
        links.ready.add("A");
        links.awaitQuestion("A").completeExceptionally(new IllegalStateException("no catalogue here"));
        links.awaitQuestion("A").completeExceptionally(new IllegalStateException("no catalogue here"));

        await().until(() -> logins.passed(Set.of("A")));
        assertThat(known).isEmpty();
    }

    @Test
    void aCheckThatFailsHoldsNothingBack() {
        logins.start();
        links.ready.add("A");
        links.awaitQuestion("A").complete(catalogue("poison"));

        await().until(() -> logins.passed(Set.of("A")));
    }

    private static Catalogue catalogue(String name) {
        return new Catalogue(name, List.of(), List.of(), List.of(), List.of(), List.of(), false);
    }
}
