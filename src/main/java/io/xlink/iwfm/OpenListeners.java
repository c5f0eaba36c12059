package io.xlink.iwfm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The started consumers of a component. */
final class OpenListeners {
    private final Watch watch;
    private final List<IwfmConsumer> consumers = new CopyOnWriteArrayList<>();

    OpenListeners(Watch watch) {
        this.watch = watch;
    }

    void add(IwfmConsumer consumer) {
        consumers.add(consumer);
        watch.opened(consumer);
    }

    void remove(IwfmConsumer consumer) {
        if (consumers.remove(consumer)) {
            watch.closed(consumer);
        }
    }

    List<IwfmConsumer> all() {
        return List.copyOf(consumers);
    }
}
