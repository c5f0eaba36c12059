package io.xlink.service;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells systemd, if that started this program, what it waits for ({@code Type=notify}). */
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Readiness() {}

    /** The program is ready: whoever started the service may go on. */
    public static void tell() throws InterruptedException {
        // Java has no datagram sockets of this family.
        tell(System.getenv("NOTIFY_SOCKET") != null, "systemd-notify");
    }

    static void tell(boolean asked, String program) throws InterruptedException {
        if (!asked) {
            return;
        }
        try {
            CommandRun run = CommandRun.of(
                    List.of(
                            program,
                            "--ready",
                            "--pid=" + ProcessHandle.current().pid()),
                    LIMIT);
            if (run.exitCode() != 0) {
                LOG.warn("systemd does not learn that the program is ready: {}", run.output());
            }
        } catch (ServiceException e) {
            LOG.warn("systemd does not learn that the program is ready: {}", e.getMessage());
        }
    }
}
