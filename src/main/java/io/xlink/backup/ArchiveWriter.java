package io.xlink.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a backup: a zip file whose last entry is its manifest. */
final class ArchiveWriter implements AutoCloseable {
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    /** @param file exists and is empty */
    ArchiveWriter(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
    }

    /**
     * Adds a file.
     *
     * @param content where its bytes are
     * @param original whose rights and time it has
     */
    void add(String name, Path content, Path original) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            long modified = Files.getLastModifiedTime(original).toMillis();
            var mode = OwnerOnly.mode(original);
            MessageDigest digest = Digests.sha256();
            zip.putNextEntry(new ZipEntry(name));
            long size = copy(in, zip, digest);
            zip.closeEntry();
            entries.add(new Manifest.Entry(name, size, HexFormat.of().formatHex(digest.digest()), modified, mode));
        }
    }

    private static long copy(InputStream in, OutputStream out, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
            size += read;
        }
        return size;
    }

    /** Adds the manifest; all of it is on the disk when this returns. */
    Manifest finish(String program, Instant created) throws IOException {
        Manifest manifest = new Manifest(Manifest.FORMAT, program, created, entries);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.json());
        zip.closeEntry();
        zip.finish();
        zip.flush();
        channel.force(true);
        return manifest;
    }

    @Override
    public void close() throws IOException {
        // Closing the zip would write an end to what was broken off.
        channel.close();
    }
}
