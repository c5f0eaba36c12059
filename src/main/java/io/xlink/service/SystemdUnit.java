package io.xlink.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The unit file of a service: it may write to its own directories and connect to servers, and nothing else. */
final class SystemdUnit {
    /** How a unit begins that the program may replace and remove. */
    static final String MARK = "# Written by \"xlink service install\"";

    private SystemdUnit() {}

    /** The whole file. */
    static String of(ServiceSettings settings) {
        List<String> lines = new ArrayList<>();
        lines.add(MARK + ", which writes it anew. Settings of your own: systemctl edit " + settings.name());
        lines.addAll(UNIT);
        service(settings, lines);
        lines.addAll(LIMITS);
        places(settings, lines);
        lines.addAll(INSTALL);
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static final List<String> UNIT = List.of(
            "[Unit]",
            "Description=Xlink, imports contact-centre figures",
            "Wants=network-online.target",
            "After=network-online.target",
            "");

    private static void service(ServiceSettings settings, List<String> lines) {
        lines.add("[Service]");
        // The start has succeeded when the program says so; a configuration that cannot be used fails the start.
        lines.add("Type=notify");
        lines.add("NotifyAccess=all");
        settings.account().ifPresent(account -> lines.add("User=" + account));
        // By env, because the first word may have no quotation marks and no backslashes in it, whatever is written.
        lines.add("ExecStart=/usr/bin/env "
                + Stream.of(
                                settings.launcher().toString(),
                                "run",
                                "--conf",
                                settings.conf().toString(),
                                "--data",
                                settings.data().toString())
                        .map(SystemdText::argument)
                        .collect(Collectors.joining(" ")));
        lines.add("WorkingDirectory=" + SystemdText.line(settings.data().toString()));
        settings.javaHome().ifPresent(home -> lines.add("Environment=" + SystemdText.word("JAVA_HOME=" + home)));
        lines.add("EnvironmentFile=-/etc/default/" + settings.name());
        lines.addAll(ENDING);
    }

    private static final List<String> ENDING = List.of(
            "# A usage or configuration that is wrong stays wrong.",
            "RestartPreventExitStatus=2 3",
            "Restart=on-failure",
            "RestartSec=10",
            "SuccessExitStatus=143",
            "TimeoutStartSec=60",
            "TimeoutStopSec=30",
            "SyslogIdentifier=xlink",
            "UMask=0027",
            "");

    /** MemoryDenyWriteExecute is not among them, because a JVM writes the code that it runs. */
    private static final List<String> LIMITS = List.of(
            "NoNewPrivileges=yes",
            "CapabilityBoundingSet=",
            "AmbientCapabilities=",
            "PrivateDevices=yes",
            "DevicePolicy=closed",
            "ProtectClock=yes",
            "ProtectControlGroups=yes",
            "ProtectHostname=yes",
            "ProtectKernelLogs=yes",
            "ProtectKernelModules=yes",
            "ProtectKernelTunables=yes",
            "ProtectProc=invisible",
            "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6",
            "RestrictNamespaces=yes",
            "RestrictRealtime=yes",
            "RestrictSUIDSGID=yes",
            "LockPersonality=yes",
            "RemoveIPC=yes",
            "KeyringMode=private",
            "SystemCallArchitectures=native",
            "SystemCallFilter=@system-service",
            "SystemCallFilter=~@privileged @resources",
            "SystemCallErrorNumber=EPERM",
            "ProtectSystem=strict");

    private static void places(ServiceSettings settings, List<String> lines) {
        // What lies in there must be seen; whether it may be written to is said below.
        boolean homes = Stream.of("/home", "/root", "/run/user").anyMatch(settings::needs);
        lines.add("ProtectHome=" + (homes ? "read-only" : "yes"));
        boolean temporary = Stream.of("/tmp", "/var/tmp").anyMatch(settings::needs);
        lines.add("PrivateTmp=" + (temporary ? "no" : "yes"));
        // The program keeps its key in the configuration, and corrects mappings there.
        Stream.concat(Stream.of(settings.conf(), settings.data()), settings.folders().stream())
                .distinct()
                .map(Path::toString)
                .forEach(path -> lines.add("ReadWritePaths=" + SystemdText.word("-" + path)));
        lines.add("");
    }

    private static final List<String> INSTALL = List.of("[Install]", "WantedBy=multi-user.target");
}
