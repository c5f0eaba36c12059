package io.xlink.importer;

import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps full logs as {@code NAME.1}, the newest, to {@code NAME.3}. Logback's own policy takes a per cent sign in the name
 * of a directory for a pattern and has no way to write it otherwise.
 */
final class NumberedOldLogs extends RollingPolicyBase {
    private static final int KEPT = 3;

    private final Path file;

    NumberedOldLogs(Path file) {
        this.file = file;
    }

    @Override
    public void rollover() throws RolloverFailure {
        try {
            for (int number = KEPT; number > 0; number--) {
                Path older = number == 1 ? file : old(number - 1);
                if (Files.exists(older)) {
                    Files.move(older, old(number), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new RolloverFailure("cannot rename the full log: " + e, e);
        }
    }

    @Override
    public String getActiveFileName() {
        return file.toString();
    }

    private Path old(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
