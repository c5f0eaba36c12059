package io.xlink.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xlink.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unit files, read by systemd itself. */
class SystemdUnitTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    /** The unit of the Debian package; with {@code -Dxlink.docs.update=true} it is written anew. */
    @Test
    void thePackageHasTheSameUnit() throws Exception {
        ServiceSettings settings = new ServiceSettings(
                        "xlink",
                        Optional.of("xlink"),
                        Path.of("/usr/share/xlink/bin/xlink"),
                        Optional.empty(),
                        Path.of("/etc/xlink"),
                        Path.of("/var/lib/xlink"),
                        List.of())
                .checked();
        Path unit = Path.of("src/packaging/deb/xlink.service");
        if (Boolean.getBoolean("xlink.docs.update")) {
            Files.writeString(unit, SystemdUnit.of(settings));
        }
        assertThat(unit).hasContent(SystemdUnit.of(settings));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with space",
                "50%n of it",
                "$HOME and ${HOME}",
                "a \"quoted\" one",
                "it's",
                "back\\slash",
                "Z\u00fcrich \u6771\u4eac",
                "; rm -rf",
                "@x"
            })
    void systemdReadsPathsOfAnyName(String name) throws Exception {
        Needs.installed(isInstalled("systemd-analyze"), "systemd");
        Path home = Files.createDirectories(directory.resolve(name));
        ServiceSettings settings = settings(home, List.of(home.resolve("in put"), home.resolve("out")));
        Path unit = unit(settings);
        assertThat(CommandRun.of(List.of("systemd-analyze", "verify", unit.toString()), LIMIT))
                .isEqualTo(new CommandRun(0, ""));
    }

    /** What {@code systemd-analyze security} reckons from 0 (safe) to 100. */
    @Test
    void theServiceIsExposedLittle() throws Exception {
        Needs.installed(isInstalled("systemd-analyze"), "systemd");
        CommandRun run = CommandRun.of(
                List.of(
                        "systemd-analyze",
                        "security",
                        "--offline=true",
                        "--threshold=16",
                        "--no-pager",
                        Path.of("src/packaging/deb/xlink.service")
                                .toAbsolutePath()
                                .toString()),
                LIMIT);
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void whatLiesInHomesAndTemporaryDirectoriesCanBeSeen() throws Exception {
        assertThat(SystemdUnit.of(at("/srv/xlink", "/srv/calls"))).contains("ProtectHome=yes", "PrivateTmp=yes");
        assertThat(SystemdUnit.of(at("/srv/xlink", "/home/acd/calls")))
                .contains("ProtectHome=read-only", "ReadWritePaths=\"-/home/acd/calls\"");
        assertThat(SystemdUnit.of(at("/tmp/xlink", "/srv/calls"))).contains("PrivateTmp=no");
    }

    @Test
    void aLineBreakDoesNotBecomeASetting() {
        assertThatThrownBy(() -> at("/srv/x\nExecStartPre=/bin/evil", "/srv/calls"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("line break");
        assertThatThrownBy(() -> ServiceSettings.checkName("../x"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("--name");
    }

    private static ServiceSettings at(String home, String folder) throws ServiceException {
        Path base = Path.of(home);
        return new ServiceSettings(
                        "xlink",
                        Optional.of("xlink"),
                        base.resolve("bin/xlink"),
                        Optional.empty(),
                        base.resolve("conf"),
                        base.resolve("data"),
                        List.of(Path.of(folder)))
                .checked();
    }

    private static ServiceSettings settings(Path home, List<Path> folders) throws Exception {
        Path launcher = Files.createFile(
                home.resolve("xlink"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        return new ServiceSettings(
                        "xlink-test",
                        Optional.of("root"),
                        launcher,
                        Optional.of(home.resolve("jdk")),
                        home.resolve("conf"),
                        home.resolve("data"),
                        folders)
                .checked();
    }

    private Path unit(ServiceSettings settings) throws Exception {
        return Files.writeString(directory.resolve("xlink-test.service"), SystemdUnit.of(settings));
    }

    static boolean isInstalled(String program) {
        for (String folder : new ArrayList<>(List.of(System.getenv("PATH").split(":")))) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
