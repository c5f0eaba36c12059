package io.xlink.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of systemctl, by a script in its place: no build may change the services of its machine. */
class SystemdServiceTest {
    @TempDir
    Path directory;

    private Path units;
    private Path asked;
    private SystemdService services;

    @BeforeEach
    void systemd() throws Exception {
        units = Files.createDirectories(directory.resolve("units"));
        asked = directory.resolve("asked.txt");
        answer("exit 0");
        services = new SystemdService(
                units, directory, directory.resolve("systemctl").toString());
    }

    @Test
    void isInstalledAndRemoved() throws Exception {
        ServiceSettings settings = settings("feed");
        assertThat(services.install(settings))
                .contains("Made " + settings.data(), "Wrote " + units.resolve("feed.service"));
        assertThat(units.resolve("feed.service")).hasContent(SystemdUnit.of(settings));
        assertThat(units).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
        // Again, after a folder was added.
        services.install(settings);
        services.remove("feed");
        assertThat(units).isEmptyDirectory();
        assertThat(settings.data()).isDirectory();
        assertThat(asked)
                .hasContent(String.join(
                        "\n",
                        "daemon-reload",
                        "enable feed.service",
                        "daemon-reload",
                        "enable feed.service",
                        "disable --now feed.service",
                        "daemon-reload"));
    }

    @Test
    void somebodyElsesUnitStays() throws Exception {
        Path unit = Files.writeString(units.resolve("feed.service"), "[Unit]\n");
        assertThatThrownBy(() -> services.install(settings("feed")))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("was not written by")
                .hasMessageContaining("--name");
        assertThatThrownBy(() -> services.remove("feed")).isInstanceOf(ServiceException.class);
        assertThat(unit).hasContent("[Unit]\n");
        assertThat(asked).doesNotExist();
    }

    @Test
    void anAccountThatIsMissingIsNamedBeforeAnythingIsWritten() {
        ServiceSettings settings = settings("feed", "no-such-account");
        assertThatThrownBy(() -> services.install(settings))
                .hasMessageContaining("there is no account no-such-account. Make it with \"useradd --system");
        assertThat(units).isEmptyDirectory();
    }

    @Test
    void aMachineWithoutSystemdSaysWhatToDo() {
        SystemdService none =
                new SystemdService(units, directory.resolve("absent"), "systemctl-that-must-not-be-asked");
        assertThatThrownBy(() -> none.start("xlink"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("not run by systemd")
                .hasMessageContaining("SIGTERM");
    }

    @Test
    void aStartThatFailsNamesTheJournal() throws Exception {
        answer("echo Job for feed.service failed; exit 1");
        assertThatThrownBy(() -> services.start("feed"))
                .hasMessage("the service feed does not start (Job for feed.service failed)."
                        + " \"journalctl -u feed -n 20\" says why");
    }

    @Test
    void statusIsOneLine() throws Exception {
        answer("printf 'LoadState=loaded\\nActiveState=active\\nSubState=running\\nMainPID=42\\n"
                + "ActiveEnterTimestamp=Thu 2026-11-26 20:15:06 UTC\\nUnitFileState=enabled\\nResult=success\\n'");
        assertThat(services.status("feed"))
                .isEqualTo(new ServiceStatus(
                        true,
                        "feed: active (running), process 42, since Thu 2026-11-26 20:15:06 UTC,"
                                + " starts with the machine"));
        answer("printf 'LoadState=loaded\\nActiveState=failed\\nSubState=failed\\nMainPID=0\\n"
                + "UnitFileState=disabled\\nResult=exit-code\\n'");
        assertThat(services.status("feed"))
                .isEqualTo(new ServiceStatus(
                        false,
                        "feed: failed (failed), ended by exit-code; \"journalctl -u feed -n 20\" says why,"
                                + " does not start with the machine"));
        answer("echo LoadState=not-found");
        assertThat(services.status("feed").text()).startsWith("feed is not installed");
    }

    private ServiceSettings settings(String name) {
        return settings(name, System.getProperty("user.name"));
    }

    private ServiceSettings settings(String name, String account) {
        return new ServiceSettings(
                name,
                Optional.of(account),
                directory.resolve("bin/xlink"),
                Optional.empty(),
                directory.resolve("conf"),
                directory.resolve("data"),
                List.of());
    }

    private void answer(String script) throws Exception {
        Path systemctl = directory.resolve("systemctl");
        Files.writeString(systemctl, "#!/bin/sh\necho \"$@\" >> '" + asked + "'\n" + script + "\n");
        Files.setPosixFilePermissions(systemctl, PosixFilePermissions.fromString("rwx------"));
    }
}
