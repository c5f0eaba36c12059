package io.xlink.cli;

import io.xlink.importer.ImporterProgram;
import io.xlink.importer.manual.ManualEnd;
import io.xlink.importer.manual.ManualEvent;
import io.xlink.importer.manual.ManualRequest;
import io.xlink.importer.manual.RequestFolder;
import java.io.IOException;
import java.nio.file.Path;

/** An import that the running importer does: asks for it and follows what it tells. */
final class RemoteImport {
    private static final long LOOK_MILLIS = 150;

    private final RequestFolder folder;
    private final Path data;

    RemoteImport(RequestFolder folder, Path data) {
        this.folder = folder;
        this.data = data;
    }

    ManualEnd run(ManualRequest request, ImportProgress progress) throws Exception {
        String id = folder.ask(request);
        progress.note("the importer that runs with " + data + " imports; its automatic imports pause meanwhile");
        try (Ending ending = new Ending()) {
            Cancellation cancellation = ending.add(new Cancellation());
            try {
                follow(id, progress, cancellation);
            } finally {
                folder.forget(id);
                cancellation.over();
            }
        }
        return progress.end();
    }

    private void follow(String id, ImportProgress progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        int known = 0;
        boolean cancelled = false;
        while (!progress.isOver()) {
            boolean running = ImporterProgram.isRunning(data);
            for (ManualEvent event : folder.events(id, known)) {
                known++;
                progress.accept(event);
            }
            if (progress.isOver()) {
                return;
            }
            if (!running) {
                progress.accept(ManualEvent.end(
                        ManualEnd.FAILED, "the importer ended meanwhile; what is told as imported is", 0, 0));
                return;
            }
            if (cancellation.isAsked() && !cancelled) {
                cancelled = true;
                if (folder.isWaiting(id)) {
                    folder.cancel(id);
                    progress.accept(
                            ManualEvent.end(ManualEnd.CANCELLED, "given up before anything was imported", 0, 0));
                    return;
                }
                folder.cancel(id);
            }
            if (known == 0) {
                progress.accept(ManualEvent.waiting("waits for the importer to answer", 0, 0));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
