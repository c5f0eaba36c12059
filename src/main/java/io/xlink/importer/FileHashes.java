package io.xlink.importer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Check sums of files, computed beside their import: reading them is dear only once, and no import waits long for them. */
final class FileHashes {
    private static final long LONGEST_WAIT_SECONDS = 60;
    private static final int BUFFER = 1 << 18;

    private final FutureTask<Map<Path, String>> task;

    private FileHashes(List<FileStamp> files) {
        task = new FutureTask<>(() -> hashes(files));
    }

    /** Begins to compute SHA-256 of these files. */
    static FileHashes begin(List<FileStamp> files, Executor threads) {
        FileHashes hashes = new FileHashes(files);
        threads.execute(hashes.task);
        return hashes;
    }

    /** What there is of them: none when that takes longer than a minute more. */
    Map<Path, String> found() throws InterruptedException {
        try {
            return task.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            task.cancel(true);
            return Map.of();
        }
    }

    void cancel() {
        task.cancel(true);
    }

    private static Map<Path, String> hashes(List<FileStamp> files) throws NoSuchAlgorithmException {
        Map<Path, String> hashes = new HashMap<>();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[BUFFER];
        for (FileStamp file : files) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            try (InputStream in = Files.newInputStream(file.path())) {
                for (int read = in.read(buffer);
                        read >= 0 && !Thread.currentThread().isInterrupted(); ) {
                    digest.update(buffer, 0, read);
                    read = in.read(buffer);
                }
                hashes.put(file.path(), HexFormat.of().formatHex(digest.digest()));
            } catch (IOException e) {
                // What is the matter with it is the import's to tell.
                digest.reset();
            }
        }
        return hashes;
    }
}
