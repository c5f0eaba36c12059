package io.xlink.importer;

import io.xlink.importer.manual.ManualEnd;
import io.xlink.importer.manual.ManualEvent;
import io.xlink.importer.manual.RequestFolder;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what {@code xlink import} asks a running importer for, and has it done, one after the other. */
@SuppressWarnings("FutureReturnValueIgnored") // what it runs logs its own failures
final class ManualRequests {
    private static final Logger LOG = LoggerFactory.getLogger(ManualRequests.class);
    private static final long LOOK_MILLIS = 250;

    private final RequestFolder folder;
    private volatile ManualImports imports;
    private volatile boolean busy;

    ManualRequests(RequestFolder folder) {
        this.folder = folder;
    }

    /** Begins to look. */
    void start(ManualImports does, ScheduledExecutorService executor) {
        imports = does;
        executor.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether one is being done. */
    boolean isBusy() {
        return busy;
    }

    private void look() {
        try {
            Optional<RequestFolder.Waiting> waiting = folder.take();
            if (waiting.isPresent()) {
                answer(waiting.get());
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("imports by hand are not looked for: {}", Causes.message(e), e);
        }
    }

    private void answer(RequestFolder.Waiting waiting) {
        String id = waiting.id();
        busy = true;
        LOG.info(
                "import by hand: {}; automatic imports pause", waiting.request().words());
        try {
            imports.run(waiting.request(), event -> folder.tell(id, event), () -> folder.isCancelled(id));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            folder.tell(id, ManualEvent.end(ManualEnd.CANCELLED, "the importer ends", 0, 0));
        } catch (RuntimeException e) {
            LOG.error("import by hand: {}", Causes.message(e), e);
            folder.tell(id, ManualEvent.end(ManualEnd.FAILED, Causes.message(e), 0, 0));
        } finally {
            busy = false;
            LOG.info("import by hand: over; automatic imports go on");
        }
    }
}
