package io.xlink.iwfm.protocol;

import org.slf4j.LoggerFactory;

/** Tells of an outage once, however often connecting fails, and of its end. Belongs to the client's event loop. */
final class OutageLog {
    private final ClientSettings settings;
    private final ContextLog log;
    private boolean told;

    OutageLog(ClientSettings settings) {
        this.settings = settings;
        this.log = new ContextLog(
                LoggerFactory.getLogger(IwfmClient.class),
                LogContext.of(settings.server(), settings.user(), settings.host() + ":" + settings.port()));
    }

    void refused(LoginRefusedException refusal) {
        log.error("{}", refusal.getMessage());
    }

    /** @param failures failures in a row */
    void failed(ServerUnavailableException error, int failures) {
        if (told) {
            log.debug("{} (failure {})", error.getMessage(), failures);
        } else {
            log.warn("{}", error.getMessage());
            told = true;
        }
    }

    /** @param which the certificate and when it ends */
    void endsSoon(String which) {
        log.warn(
                "Enterprise Server {} ({}): its certificate {}. Let its administrator renew it",
                settings.index(),
                settings.server(),
                which);
    }

    void ready() {
        if (told) {
            log.info("Enterprise Server {} ({}) is available again", settings.index(), settings.server());
        } else {
            log.info("Logged in at Enterprise Server {} ({})", settings.index(), settings.server());
        }
        told = false;
    }
}
