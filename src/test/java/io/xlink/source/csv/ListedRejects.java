package io.xlink.source.csv;

import java.util.ArrayList;
import java.util.List;

/** Keeps rejects in memory. */
final class ListedRejects implements RejectSink {
    final List<Reject> rejects = new ArrayList<>();
    final List<String> omitted = new ArrayList<>();
    int restarts;

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    @Override
    public void omitted(Reject.Kind kind, long rows) {
        omitted.add(kind + " " + rows);
    }

    @Override
    public void restart() {
        rejects.clear();
        restarts++;
    }
}
