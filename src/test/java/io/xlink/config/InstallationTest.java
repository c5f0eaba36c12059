package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** isps.cfg and isps_Ul.ini become servers, settings and external systems (specification, section 3). */
class InstallationTest {
    private static final String CFG = "[IES System WFM]\nName = \"WFM\"\nUrl = \"iwfms://wfm.example.com:45054\"\n";
    private static final String DB = "[DB]\n1=WFM,0,xlink@example.com,pass,word\n";

    @TempDir
    Path dir;

    @Test
    void joinsServersSettingsAndSystems() throws IOException {
        write("ISPS.CFG", CFG + "[IES System Old]\nName=Old\nUrl=iwfm://10.0.0.7\n");
        write(
                "ISPS_UL.INI",
                "[db]\n2= Old ,0, xlink , p ;x\n1=WFM,0,xlink@example.com,pass,word\n"
                        + "[General]\nLocalTimeZone=Europe/Berlin\nLogDir=\"C:\\Xlink\\Logs\"\n"
                        + "LogMaxFileSize = 20480 ; KiB\nWriteAlways=1\nProtocol=2\nAutomaticMappingCorrection=1\n"
                        + "[CSV-Import]\nInterval=15\n[Views]\nInterval=30\n");

        Installation installation = Installation.read(dir);

        assertThat(installation.directory()).isEqualTo(dir);
        assertThat(installation.servers())
                .containsExactly(
                        new WfmServer(
                                1,
                                "WFM",
                                "xlink@example.com",
                                new Secret("pass,word"),
                                true,
                                "wfm.example.com",
                                45054,
                                Optional.empty()),
                        new WfmServer(2, "Old", "xlink", new Secret("p"), false, "10.0.0.7", 45054, Optional.empty()));
        assertThat(installation.general())
                .isEqualTo(new General(
                        ZoneId.of("Europe/Berlin"),
                        Optional.of("C:\\Xlink\\Logs"),
                        20480,
                        true,
                        true,
                        true,
                        400,
                        Optional.empty(),
                        ImportModes.defaults(),
                        Operation.defaults(),
                        LogSettings.defaults()));
        assertThat(installation.externalSystems()).extracting(IniSection::name).containsExactly("CSV-Import", "Views");
        assertThat(installation.warnings()).isEmpty();
    }

    @Test
    void settingsHaveDefaults() throws IOException {
        write("isps.cfg", CFG);
        write("isps_ul.ini", DB);

        assertThat(Installation.read(dir).general())
                .isEqualTo(new General(
                        ZoneId.systemDefault(),
                        Optional.empty(),
                        10240,
                        false,
                        false,
                        false,
                        400,
                        Optional.empty(),
                        ImportModes.defaults(),
                        Operation.defaults(),
                        LogSettings.defaults()));
    }

    @ParameterizedTest
    @CsvSource({
        "iwfm://host,false,host,45054",
        "iwfm://host/,false,host,45054",
        "IWFMS://Host.Example:80,true,Host.Example,80",
        "iwfm://[::1],false,::1,45054",
        "iwfms://[fe80::1%eth0]:9,true,fe80::1%eth0,9",
        "iwfm://192.168.0.1:65535,false,192.168.0.1,65535",
    })
    void readsUrls(String url, boolean tls, String host, int port) throws IOException {
        write("isps.cfg", "[IES System WFM]\nName=WFM\nUrl=" + url + "\n");
        write("isps_ul.ini", DB);

        WfmServer server = Installation.read(dir).servers().get(0);

        assertThat(server.tls()).isEqualTo(tls);
        assertThat(server.host()).isEqualTo(host);
        assertThat(server.port()).isEqualTo(port);
    }

    @Test
    void readsWhomToTrust() throws IOException {
        Path pem = Files.writeString(dir.resolve("ca.pem"), "");
        write("isps.cfg", "[IES System WFM]\nName=WFM\nUrl=iwfms://host\ntrustcertificates=ca.pem\n");
        write("isps_ul.ini", DB);

        assertThat(Installation.read(dir).servers().get(0).trustCertificates()).contains(pem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "iwfms://host ~ nothing.pem ~ cannot be read. Put the PEM file there",
                "iwfms://host ~ . ~ cannot be read. Put the PEM file there",
                "iwfm://host ~ ca.pem ~ TrustCertificates would do nothing, because the Url is iwfm://",
            })
    void refusesTrustThatCannotBeUsed(String url, String trust, String message) throws IOException {
        Files.writeString(dir.resolve("ca.pem"), "");
        write("isps.cfg", "[IES System WFM]\nName=WFM\nUrl=" + url + "\nTrustCertificates=" + trust + "\n");
        write("isps_ul.ini", DB);

        assertThatThrownBy(() -> Installation.read(dir))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(dir.resolve("isps.cfg") + ":4:1: [IES System WFM] TrustCertificates")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host",
                "iwfm:host",
                "iwfm://",
                "host:45054",
                "iwfm://host:0",
                "iwfm://host:65536",
                "iwfm://host:port",
                "iwfm://::1:80",
                "iwfm://[host]",
                "iwfm://host/path",
                "iwfm://ho st",
            })
    void refusesOtherUrlsWithTheirLine(String url) throws IOException {
        write("isps.cfg", "[IES System WFM]\nName=WFM\nUrl=" + url + "\n");
        write("isps_ul.ini", DB);

        assertThatThrownBy(() -> Installation.read(dir))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(dir.resolve("isps.cfg") + ":3:1: [IES System WFM] ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[GENERAL] ~ isps_ul.ini: no server is named in a [DB] section. Add [DB]",
                "[DB] ~ isps_ul.ini: no server is named in a [DB] section. Add [DB]",
                "[DB]|x=WFM,0,u,p ~ isps_ul.ini:1:1: [DB] names no server. Write",
                "[DB]||1=WFM,0,u ~ isps_ul.ini:3:1: [DB] 1 is not NAME,0,user,password. Write",
                "[DB]|1=WFM,0,,p ~ isps_ul.ini:2:1: [DB] 1 has no user. Write",
                "[DB]|1=WFM,0,u, ~ isps_ul.ini:2:1: [DB] 1 has no password. Write",
                "[DB]|7=wfm,0,u,p ~ isps_ul.ini:2:1: [DB] 7 no [IES System ...] section of",
                "[DB]|1=WFM,0,u,$$$:abc ~ isps_ul.ini:2:1: [DB] 1 has a password that is not text of ./xlink passcode.",
                "[DB]|1=WFM,0,u,$$$:x1:abc ~ isps_ul.ini:2:1: [DB] 1 has a password that was encoded with the key of another",
                "[DB]|1=WFM,0,u,$$$:x2:abc ~ isps_ul.ini:2:1: [DB] 1 has a password that was encoded by a newer version",
                "[DB]|1=WFM,0,u,<password from generator> ~ isps_ul.ini:2:1: [DB] 1 has a password that is still the",
                "[DB]|1=WFM,0,u,p|[GENERAL]|LocalTimeZone=Berlin ~ isps_ul.ini:4:15: [GENERAL] LocalTimeZone=Berlin is not",
                "[DB]|1=WFM,0,u,p|[GENERAL]|LogMaxFileSize=0 ~ isps_ul.ini:4:16: [GENERAL] LogMaxFileSize=0 is not",
                "[DB]|1=WFM,0,u,p|[GENERAL]|WriteAlways=yes ~ isps_ul.ini:4:13: [GENERAL] WriteAlways=yes is neither 0 nor 1",
            })
    void saysWhereAndWhat(String ini, String message) throws IOException {
        write("isps.cfg", CFG);
        write("isps_ul.ini", ini.replace('|', '\n'));

        assertThatThrownBy(() -> Installation.read(dir))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(dir + "/" + message);
    }

    @Test
    void unknownKeysAreWarningsAndTheRestIsRead() throws IOException {
        write("isps.cfg", CFG + "TrustCertificate=x\n");
        write("isps_ul.ini", DB + "[GENERAL]\nWriteAllways=1\nProtocol=1\n[CSV]\nColumnNames=a;b\nDateOrdr=ymd\n");

        Installation installation = Installation.read(dir);

        assertThat(installation.general().protocol()).isTrue();
        assertThat(installation.warnings())
                .map(problem -> problem.toString().replace(dir + "/", ""))
                .containsExactly(
                        "isps.cfg:4:1: [IES System WFM] TrustCertificate is not a known key. Did you mean"
                                + " TrustCertificates?",
                        "isps_ul.ini:4:1: [GENERAL] WriteAllways is not a known key. Did you mean WriteAlways?",
                        "isps_ul.ini:8:1: [CSV] DateOrdr is not a known key. Did you mean DateOrder?");
    }

    @Test
    void missingFilesAndSystemsAreErrors() throws IOException {
        assertThatThrownBy(() -> Installation.read(dir)).hasMessageContaining("isps.cfg: file not found");

        write("isps.cfg", "[IES System X]\nUrl=iwfm://host\n");
        assertThatThrownBy(() -> Installation.read(dir)).hasMessageContaining("isps_Ul.ini: file not found");

        write("isps_ul.ini", DB);
        assertThatThrownBy(() -> Installation.read(dir)).hasMessageEndingWith("Add one with this Name and a Url");

        write("isps.cfg", "[IES System X]\nName=WFM\n");
        assertThatThrownBy(() -> Installation.read(dir))
                .hasMessageContaining("isps.cfg:1:1: [IES System X] has no Url");
    }

    @Test
    void ofServersAndSystemsThatStandTwiceTheFirstCounts() throws IOException {
        write("isps.cfg", CFG + "[IES System Second]\nName=WFM\nUrl=iwfm://second\n");
        write("isps_ul.ini", "[DB]\n2=WFM,0,first,p\n1=WFM,0,second,p\nNAME=x\n");

        Installation installation = Installation.read(dir);

        assertThat(installation.servers()).hasSize(1);
        assertThat(installation.servers().get(0).user()).isEqualTo("first");
        assertThat(installation.servers().get(0).host()).isEqualTo("wfm.example.com");
        assertThat(installation.warnings())
                .map(Problem::toString)
                .satisfiesExactly(
                        w -> assertThat(w).contains("isps.cfg:4:1: Name WFM stands in [IES System WFM] of line 1 too"),
                        w -> assertThat(w).contains("isps_ul.ini:3:1: server WFM stands in line 2 too"),
                        w -> assertThat(w).contains("isps_ul.ini:4:1: this line of [DB] does not begin with an index"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(dir.resolve(name), text);
    }
}
