package io.xlink.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A workforce-management server: a line of {@code [DB]} in isps_Ul.ini and the {@code [IES System ...]} section of
 * isps.cfg whose {@code Name} is equal (specification, section 3).
 *
 * @param index what messages count by ({@code Enterprise Server 1}), at least 1
 * @param name the first part of each mapping line, case-sensitive
 * @param user who logs in
 * @param password what with
 * @param tls whether the Url says {@code iwfms}
 * @param host a name or an address; an IPv6 address without its brackets
 * @param port 1 to 65535
 * @param trustCertificates PEM file of the certificates that are trusted; empty for those of the JDK, and without TLS
 */
public record WfmServer(
        int index,
        String name,
        String user,
        Secret password,
        boolean tls,
        String host,
        int port,
        Optional<Path> trustCertificates) {}
