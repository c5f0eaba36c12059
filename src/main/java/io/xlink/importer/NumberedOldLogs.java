package io.xlink.importer;

import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps full logs as {@code NAME.1}, the newest, and so on. Logback's own policy takes a per cent sign in the name
 * of a directory for a pattern and has no way to write it otherwise.
 */
final class NumberedOldLogs extends RollingPolicyBase {
    private final Path file;
    private final int kept;
    private final int days;

    /**
     * @param kept how many, from 1
     * @param days for how many days, from 1
     */
    NumberedOldLogs(Path file, int kept, int days) {
        this.file = file;
        this.kept = kept;
        this.days = days;
    }

    @Override
    public void rollover() throws RolloverFailure {
        try {
            for (int number = kept; number > 0; number--) {
                Path older = number == 1 ? file : old(number - 1);
                if (Files.exists(older) && number > 1 && isTooOld(older)) {
                    Files.delete(older);
                } else if (Files.exists(older)) {
                    Files.move(older, old(number), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new RolloverFailure("cannot rename the full log: " + e, e);
        }
    }

    private boolean isTooOld(Path log) throws IOException {
        Instant oldest = Instant.now().minus(Duration.ofDays(days));
        return Files.getLastModifiedTime(log).toInstant().isBefore(oldest);
    }

    @Override
    public String getActiveFileName() {
        return file.toString();
    }

    private Path old(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
