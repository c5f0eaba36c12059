package io.xlink.check;

import io.xlink.acdmap.AcdMap;
import io.xlink.config.IniEntry;
import io.xlink.config.IniSection;
import io.xlink.config.Inspection;
import io.xlink.config.Problem;
import io.xlink.config.WfmServer;
import io.xlink.config.keys.ServerKeys;
import io.xlink.iwfm.protocol.IwfmException;
import io.xlink.iwfm.protocol.TlsMaterialException;
import io.xlink.model.Catalogue;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Logs in to every server, looks at its certificate, and compares mappings with what it knows. */
final class ConnectCheck {
    /** How long before its end a certificate is warned about. */
    private static final long DAYS = 30;

    private final Inspection inspection;
    private final Optional<AcdMap> map;
    private final ServerAccess access;
    private final Clock clock;
    private final Findings findings;

    ConnectCheck(Inspection inspection, Optional<AcdMap> map, ServerAccess access, Clock clock, Findings findings) {
        this.inspection = inspection;
        this.map = map;
        this.access = access;
        this.clock = clock;
        this.findings = findings;
    }

    List<ServerReport> run() throws Exception {
        List<ServerReport> reports = new ArrayList<>();
        for (WfmServer server : inspection.servers()) {
            reports.add(login(server));
        }
        return reports;
    }

    private ServerReport login(WfmServer server) throws Exception {
        AtomicReference<List<X509Certificate>> chain = new AtomicReference<>(List.of());
        boolean loggedIn = false;
        try {
            Catalogue catalogue = access.catalogue(server, chain::set);
            loggedIn = true;
            map.ifPresent(m -> findings.addAll(TreeCheck.problems(m, server.name(), catalogue)));
        } catch (IwfmException e) {
            refused(server, e.getMessage());
        } catch (TlsMaterialException e) {
            refused(server, e.what() + ". " + e.remedy());
        }
        Optional<ShownCertificate> certificate =
                chain.get().stream().findFirst().map(c -> ShownCertificate.of(c, clock.instant()));
        if (loggedIn) {
            certificate.filter(c -> c.daysLeft() < DAYS).ifPresent(c -> endsSoon(server, c));
        }
        return new ServerReport(server, loggedIn, certificate);
    }

    /** The messages of the protocol end with what to do, as a sentence of its own. */
    private void refused(WfmServer server, String message) {
        int remedy = message.lastIndexOf(". ");
        inspection.settings().ifPresent(settings -> {
            Optional<IniEntry> line = inspection.db().stream()
                    .filter(entry -> entry.key().equals(String.valueOf(server.index())))
                    .findFirst();
            findings.add(Problem.error(
                    settings.file(),
                    line.map(IniEntry::line).orElse(0),
                    line.map(IniEntry::column).orElse(0),
                    remedy < 0 ? message : message.substring(0, remedy),
                    remedy < 0 ? "Look into the server's log" : message.substring(remedy + 2)));
        });
    }

    private void endsSoon(WfmServer server, ShownCertificate certificate) {
        for (IniSection section : inspection.serverSections()) {
            if (section.text(ServerKeys.NAME.name())
                    .filter(server.name()::equals)
                    .isPresent()) {
                IniEntry url = section.entry(ServerKeys.URL.name()).orElseThrow();
                findings.add(Problem.warning(
                        section.file(),
                        url.line(),
                        url.valueColumn(),
                        "the certificate of server " + server.name() + " (" + certificate.subject() + ") ends in "
                                + certificate.daysLeft() + " days, on " + certificate.validUntil(),
                        "Let the server's administrator renew it; nobody can connect afterwards"));
                return;
            }
        }
    }
}
