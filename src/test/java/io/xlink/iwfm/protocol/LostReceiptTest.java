package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlink.model.QueueImport;
import io.xlink.model.Receipt;
import io.xlink.tcp.Direction;
import io.xlink.tcp.Fate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The import is durable, and the receipt dies on its way. */
@Timeout(60)
class LostReceiptTest {
    @TempDir
    Path directory;

    @Test
    void theSameImportGetsTheReceiptOfTheFirstTimeAndIsNotStoredAgain() throws Exception {
        try (DurableHandler handler = new DurableHandler(directory);
                Rig rig = new Rig(handler)) {
            IwfmClient client = rig.client();
            client.awaitReady(Duration.ofSeconds(10));
            QueueImport what = Faults.day(new Random(1), 0, 1, 0);
            QueueImport later = Faults.day(new Random(2), 0, 1, 0);
            long answered = rig.proxy.bytes(Direction.TOWARDS_CLIENT);
            rig.proxy.endHere(Direction.TOWARDS_CLIENT, Fate.RESET);
            CompletableFuture<Receipt> receipt = client.send(what);
            assertThat(Rig.get(receipt))
                    .isEqualTo(handler.store.receipt(what.id()).orElseThrow());
            assertThat(rig.proxy.connections()).isEqualTo(2);
            assertThat(rig.proxy.bytes(Direction.TOWARDS_CLIENT)).isGreaterThan(answered);
            // Both attempts reached the store, which knew the second one: had it stored again, a later import of the
            // same day that another client sent meanwhile would be undone.
            assertThat(handler.handed.get(what.id())).hasValue(2);

            // That same id once more, after a later import: the stored receipt again, and the later values stay.
            Rig.get(client.send(later));
            Oracle oracle = new Oracle();
            oracle.sent(what);
            oracle.sent(later);
            assertThat(Rig.get(client.send(what))).isEqualTo(Rig.get(receipt));
            assertThat(handler.handed.get(what.id())).hasValue(3);
            oracle.check("after the same import once more", handler.store::export);
        }
    }
}
