package io.xlink.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that is read. Nothing in it is believed: it may be cut off, changed, or made by somebody else. */
final class Archive implements AutoCloseable {
    /** Enough for several hundred thousand files. */
    private static final int MAX_MANIFEST = 64 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupException when it is no backup, a newer one, or its list of files is not that of its content */
    static Archive open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("there is no file " + file + ". Name a file that `xlink backup` has made");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new BackupException(
                    file + " is no backup, or not a whole one: " + e.getMessage() + ". Take another one", e);
        }
        try {
            Archive archive = new Archive(file, zip, manifest(file, zip));
            archive.requireSameNames();
            return archive;
        } catch (BackupException e) {
            close(zip);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(zip);
            throw new BackupException(
                    file + " is no backup, or a damaged one: " + e.getMessage() + ". Take another one", e);
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BackupException(
                    file + " is no backup: it has no " + Manifest.NAME + ". Name a file that `xlink backup` has made");
        }
        byte[] json;
        try (InputStream in = zip.getInputStream(entry)) {
            json = in.readNBytes(MAX_MANIFEST + 1);
        }
        if (json.length > MAX_MANIFEST) {
            throw new BackupException(file + " has a list of files that is too long to be true. Take another one");
        }
        int format = Manifest.format(json);
        if (format > Manifest.FORMAT) {
            throw new BackupException(file + " was made by a newer version of this program (format " + format
                    + "; this one reads up to " + Manifest.FORMAT + "). Restore it with that version");
        }
        return Manifest.of(json);
    }

    Manifest manifest() {
        return manifest;
    }

    private void requireSameNames() {
        Map<String, Manifest.Entry> listed = new HashMap<>();
        for (Manifest.Entry entry : manifest.files()) {
            requireHarmless(entry.name());
            if (listed.put(entry.name(), entry) != null) {
                throw damaged(entry.name(), "is listed twice");
            }
        }
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            String name = entries.nextElement().getName();
            if (!name.equals(Manifest.NAME) && listed.remove(name) == null) {
                throw damaged(name, "is not listed, or is there twice");
            }
        }
        for (String name : listed.keySet()) {
            throw damaged(name, "is missing");
        }
    }

    /** A name may lead to nowhere but into one of the two directories. */
    private void requireHarmless(String name) {
        Area area = Area.of(name).orElseThrow(() -> damaged(name, "belongs into no directory that is restored"));
        for (String part : name.substring(area.prefix().length()).split("/", -1)) {
            try {
                Path path = Path.of(part);
                if (part.isEmpty()
                        || part.equals(".")
                        || part.equals("..")
                        || path.isAbsolute()
                        || path.getRoot() != null
                        || path.getNameCount() != 1) {
                    throw damaged(name, "would lead out of the directory");
                }
            } catch (InvalidPathException e) {
                throw damaged(name, "cannot be the name of a file on this machine");
            }
        }
    }

    /**
     * Unpacks a file and compares it with what the manifest says.
     *
     * @param target must not exist; on the disk when this returns
     */
    void extract(Manifest.Entry entry, Path target) throws IOException {
        MessageDigest digest = Digests.sha256();
        long size = 0;
        try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()));
                FileChannel channel = FileChannel.open(
                        target,
                        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OwnerOnly.file(target));
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read > 0 && size <= entry.size(); read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                size += read;
            }
            channel.force(true);
        }
        if (size != entry.size() || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw damaged(entry.name(), "is not what it was when the backup was made");
        }
        Files.setLastModifiedTime(target, FileTime.fromMillis(entry.modified()));
        if (entry.mode().isPresent()) {
            OwnerOnly.give(target, entry.mode().get());
        }
    }

    /** @param what continues the name */
    BackupException damaged(String name, String what) {
        return new BackupException(
                file + ": " + printable(name) + " " + what + ". Nothing was restored. Take another backup");
    }

    private static String printable(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > 200 ? shown.substring(0, 200) + "..." : shown;
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            // It was only read.
        }
    }

    @Override
    public void close() {
        close(zip);
    }
}
