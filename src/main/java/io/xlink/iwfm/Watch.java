package io.xlink.iwfm;

import io.xlink.iwfm.protocol.IwfmClient;

/** Told what a component opens and closes. */
interface Watch {
    /** Looks at nothing. */
    Watch NONE = new Watch() {
        @Override
        public void opened(IwfmClient client) {}

        @Override
        public void closed(IwfmClient client) {}

        @Override
        public void opened(IwfmConsumer consumer) {}

        @Override
        public void closed(IwfmConsumer consumer) {}
    };

    void opened(IwfmClient client);

    void closed(IwfmClient client);

    void opened(IwfmConsumer consumer);

    void closed(IwfmConsumer consumer);
}
