package io.xlink.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password reaches nobody's eyes: not by printing a value, not in a warning, not in an error. */
class SecretsTest {
    private static final String CANARY = "Canary-7f3a";

    @TempDir
    Path dir;

    @Test
    void nothingThatWasReadPrintsIt() throws IOException {
        Installation installation = read("[DB]\n1=WFM,0,u," + CANARY + "\n[Views]\nPwd=" + CANARY + "\n");

        List<Object> everything = new ArrayList<>(List.of(installation));
        everything.addAll(installation.servers());
        everything.add(installation.servers().get(0).password());
        installation.externalSystems().forEach(s -> {
            everything.add(s);
            everything.addAll(s.entries());
            everything.add(s.error("Pwd", "is wrong", "Correct it").getMessage());
        });

        assertThat(installation.servers().get(0).password().reveal()).isEqualTo(CANARY);
        assertThat(everything).extracting(Objects::toString).noneMatch(s -> s.contains(CANARY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[DB]\n1=WFM,0,u,$$$:CANARY\n",
                "[DB]\n1=WFM,0 u CANARY\n",
                "[DB]\n1=WFM,0,,CANARY\n",
                "[DB]\n1=OTHER,0,u,CANARY\n",
                "[DB]\nWFM,0,u,CANARY=x\n",
                "[DB]\nWFM,0,u,x=CANARY\n1=WFM,0,u,p\n",
                "[DB]\n1 WFM,0,u,CANARY\n1=WFM,0,u,p\n",
                "[DB]\n1=WFM,0,u,p\n1=WFM,0,u,CANARY\n",
                "[DB]\n1=WFM,0,u,p\n2=WFM,0,u,CANARY\n",
                "[DB]\n1=WFM,0,u,p\nWFM,0,u,CANARY=x\nWFM,0,u,CANARY=x\n",
                "1=WFM,0,u,CANARY\nWFM,0,u,CANARY=x\n[DB]\n1=WFM,0,u,p\n",
                "[DB]\n1=WFM,0,u,p\n[Views]\nPwd CANARY\nPwd=x\nPwd=CANARY\n",
                "[DB]\n1=WFM,0,u,p\n[DB]\n1=WFM,0,u,CANARY\n",
            })
    void noWarningOrErrorQuotesIt(String ini) throws IOException {
        String said;
        try {
            said = read(ini.replace("CANARY", CANARY)).warnings().toString();
        } catch (ConfigException e) {
            said = e.toString();
        }

        assertThat(said).isNotEmpty().doesNotContain(CANARY);
    }

    private Installation read(String ini) throws IOException {
        Files.writeString(dir.resolve("isps.cfg"), "[IES System WFM]\nName=WFM\nUrl=iwfm://host\n");
        Files.writeString(dir.resolve("isps_Ul.ini"), ini);
        return Installation.read(dir);
    }
}
