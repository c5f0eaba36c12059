package io.xlink.service;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes that the JVM maps into memory instead of reading them from the jar at each start. What is in there comes from a
 * rehearsal: the demo, which reads, maps, sends and stores. An archive belongs to one jar and one JVM; any other JVM leaves it
 * alone.
 */
public final class ClassArchive {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path archive;
    private final Path jar;
    private final Path java;

    private ClassArchive(Path archive, Path jar, Path java) {
        this.archive = archive;
        this.jar = jar;
        this.java = java;
    }

    /**
     * The archive of this program, where its launcher looks for one.
     *
     * @throws ServiceException when the program was not started by its launcher
     */
    public static ClassArchive ofThisProgram() throws ServiceException {
        String archive = System.getProperty("xlink.archive");
        if (archive == null) {
            throw new ServiceException(
                    "this program was not started by its launcher, which uses the archive", "Start it by bin/xlink");
        }
        // As the launcher writes the class path: an archive is for jars of the same names.
        String jar = System.getProperty("java.class.path").split(File.pathSeparator, 2)[0];
        return new ClassArchive(
                Path.of(archive), Path.of(jar), Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    /** Where it is. */
    public Path file() {
        return archive;
    }

    /** Whether there is one that is not older than the jar. */
    public boolean isThere() {
        try {
            return Files.exists(archive)
                    && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes it anew; takes some seconds. A half-written archive would crash each start, so it is tried before it is put into its
     * place.
     */
    public void make() throws ServiceException, InterruptedException {
        Path part = archive.resolveSibling(archive.getFileName() + ".part");
        try {
            Files.createDirectories(archive.getParent());
            Files.deleteIfExists(part);
            run("-XX:ArchiveClassesAtExit=" + part, "demo", "--once", "--port", Integer.toString(freePort()));
            run("-XX:SharedArchiveFile=" + part, "version");
            Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(e.toString(), e);
        } finally {
            part.toFile().delete();
        }
    }

    private void run(String option, String... arguments) throws ServiceException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(java.toString(), option, "-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", jar.toString(), "io.xlink.cli.Xlink"));
        command.addAll(List.of(arguments));
        CommandRun run = CommandRun.of(command, LIMIT);
        if (run.exitCode() != 0) {
            throw failed(run.output(), null);
        }
    }

    private ServiceException failed(String reason, IOException cause) {
        return new ServiceException(
                "no archive of classes was made: " + reason,
                "The program works without " + archive + ", its start only takes longer",
                cause);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
