package io.xlink.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** WinSW's configuration, and what the administrator is told to do with it. */
class WinswServiceTest {
    @TempDir
    Path directory;

    @Test
    void theConfigurationIsWrittenAndTheNextStepsAreNamed() throws Exception {
        ServiceSettings settings = settings("R&D \"<calls>");
        WinswService services = new WinswService(directory.resolve("service"));
        assertThat(services.install(settings))
                .anySatisfy(line -> assertThat(line).contains("1. download"))
                .anySatisfy(line -> assertThat(line).contains("feed.exe", "install"));
        Element service = parsed(Files.readString(directory.resolve("service/feed.xml")));
        assertThat(text(service, "id")).isEqualTo("feed");
        assertThat(text(service, "executable")).isEqualTo(settings.launcher().toString());
        assertThat(text(service, "arguments"))
                .isEqualTo("run --conf \"" + settings.conf() + "\" --data \"" + settings.data() + "\"");
        assertThat(text(service, "stoptimeout")).isEqualTo("30 sec");
        assertThat(service.getElementsByTagName("onfailure").getLength()).isOne();
        assertThatThrownBy(() -> services.start("feed"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("feed.exe")
                .hasMessageContaining("Download");
    }

    private ServiceSettings settings(String home) {
        Path base = directory.resolve(home);
        return new ServiceSettings(
                "feed",
                Optional.empty(),
                base.resolve("bin/xlink.bat"),
                Optional.of(base.resolve("jdk")),
                base.resolve("conf"),
                base.resolve("data"),
                List.of());
    }

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static String text(Element service, String name) {
        return service.getElementsByTagName(name).item(0).getTextContent();
    }
}
