package io.xlink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.xlink.importer.gaps.Reported;
import io.xlink.importer.gaps.ReportedDays;
import io.xlink.model.CallPage;
import io.xlink.model.CallTable;
import io.xlink.model.LocalDay;
import io.xlink.model.QueuePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code xlink gaps} prints. */
class GapsCommandTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final QueuePath DE = QueuePath.of("DE");
    private static final QueuePath GONE = QueuePath.of("gone");

    @TempDir
    Path directory;

    private final LocalDate day = LocalDate.now(ZONE).minusDays(3);

    @BeforeEach
    void install() throws IOException {
        Path conf = Files.createDirectories(directory.resolve("conf"));
        Files.writeString(conf.resolve("isps.cfg"), "[IES System WFM]\nName=WFM\nUrl=iwfm://127.0.0.1:1\n");
        Files.writeString(conf.resolve("isps_ul.ini"), """
                [DB]
                1=WFM,0,xlink,some-password
                [GENERAL]
                LocalTimeZone=Europe/Berlin
                [ACD]
                Groups=DE
                [CRM]
                Groups=Mail
                """);
        Files.writeString(conf.resolve("acd_map.ini"), "WFM:1:1002:1=ACD:DE:Offered\n");
    }

    /** Five weeks from 08:00 to 10:00, without the two quarters after 09:00 on one day and without another one. */
    private void note() throws Exception {
        List<CallPage> pages = new ArrayList<>();
        for (LocalDate date = day.minusDays(35); !date.isAfter(day); date = date.plusDays(1)) {
            BitSet bits = new BitSet();
            LocalDay local = new LocalDay(date, ZONE);
            // Counted back from the day's end, because clocks change before.
            int eight = local.intervals(15) - 64;
            bits.set(eight, eight + 8);
            if (date.equals(day)) {
                bits.clear(eight + 4, eight + 6);
            }
            if (!date.equals(day.minusDays(1))) {
                pages.add(new CallPage(DE, local, new double[0][], bits));
                if (date.isBefore(day)) {
                    pages.add(new CallPage(GONE, local, new double[0][], bits));
                }
            }
        }
        try (ReportedDays days = new ReportedDays(data(), 400, Clock.system(ZONE))) {
            days.note(Reported.of(new CallTable("ACD", 15, List.of(), pages), Set.of(DE, GONE)));
        }
    }

    private Path data() throws IOException {
        return Files.createDirectories(directory.resolve("data"));
    }

    private Ran gaps(String... more) {
        String[] all = Stream.concat(
                        Stream.of(
                                "gaps",
                                "--conf",
                                directory.resolve("conf").toString(),
                                "--data",
                                directory.resolve("data").toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return Ran.of(all);
    }

    @Test
    void aLineForEachGap() throws Exception {
        note();
        LocalDate before = day.minusDays(1);
        DateTimeFormatter shown = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
        Ran ran = gaps("--from", before.toString(), "--to", day.toString());
        assertThat(ran.exitCode()).as(ran.messages()).isZero();
        assertThat(ran.output())
                .isEqualToNormalizingNewlines("""
                [ACD] %s 08:00-10:00  nothing at all on this day, 8 intervals expected
                [ACD] %s 09:00-09:30  DE, 2 intervals
                [CRM] 0 days are known; its hours are learned from three weeks
                %s to %s: 2 gaps, 10 intervals
                """.formatted(shown.format(before), shown.format(day), before, day));
        // The last week; nothing is known of the days after it, other than what is expected.
        assertThat(gaps("--system", "acd").output()).contains("DE, 2 intervals").doesNotContain("CRM");
    }

    @Test
    void programsGetCsvOrJson() throws Exception {
        note();
        String offset = day.atTime(9, 0).atZone(ZONE).getOffset().toString();
        Ran csv = gaps("--from", day.toString(), "--to", day.toString(), "--format", "csv");
        assertThat(csv.output())
                .isEqualTo(
                        "system,queue,day,from,to,minutes,intervals\nACD,DE,%1$s,%1$sT09:00%2$s,%1$sT09:30%2$s,15,2\n"
                                .formatted(day, offset));
        Ran json = gaps("--from", day.toString(), "--to", day.toString(), "--format", "json");
        JsonObject object = JsonParser.parseString(json.output()).getAsJsonObject();
        assertThat(object.get("count").getAsInt()).isEqualTo(1);
        assertThat(object.get("intervals").getAsInt()).isEqualTo(2);
        assertThat(object.getAsJsonArray("gaps")
                        .get(0)
                        .getAsJsonObject()
                        .get("queue")
                        .getAsString())
                .isEqualTo("DE");
        assertThat(object.getAsJsonArray("systems")
                        .get(0)
                        .getAsJsonObject()
                        .get("learned")
                        .getAsBoolean())
                .isTrue();
    }

    @Test
    void withoutAnImportThereIsNothingToLearnFrom() {
        Ran ran = gaps();
        assertThat(ran.exitCode()).as(ran.messages()).isZero();
        assertThat(ran.output()).contains("[ACD] 0 days are known", ": 0 gaps, 0 intervals");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void mistakesAreTold() {
        Ran ran = gaps("--from", "2026-11-02", "--to", "2026-11-01");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.messages()).contains("--to 2026-11-01 is before --from 2026-11-02");
        assertThat(gaps("--system", "AC").messages()).contains("no external system is called AC; there are ACD, CRM");
    }

    @Test
    void queuesWithTheSameGapAreOneLineForPeople() throws Exception {
        StringBuilder map = new StringBuilder();
        List<QueuePath> queues = new ArrayList<>();
        List<CallPage> pages = new ArrayList<>();
        for (int queue = 1; queue <= 5; queue++) {
            map.append("WFM:1:1002:1=ACD:Q").append(queue).append(":Offered\n");
            queues.add(QueuePath.of("Q" + queue));
        }
        for (int week = 0; week <= 4; week++) {
            for (QueuePath queue : queues) {
                LocalDay local = new LocalDay(day.minusWeeks(week), ZONE);
                BitSet bits = new BitSet();
                int eight = local.intervals(15) - 64;
                // Of the last day one queue has all, the others the first quarter.
                bits.set(eight, eight + (week > 0 || queue.equals(queues.get(1)) ? 8 : 1));
                pages.add(new CallPage(queue, local, new double[0][], bits));
            }
        }
        Files.writeString(directory.resolve("conf/acd_map.ini"), map);
        try (ReportedDays days = new ReportedDays(data(), 400, Clock.system(ZONE))) {
            days.note(Reported.of(new CallTable("ACD", 15, List.of(), pages), Set.copyOf(queues)));
        }
        assertThat(gaps("--system", "ACD", "--from", day.toString(), "--to", day.toString())
                        .output())
                .contains(" 08:15-10:00  Q1, Q3, Q4 and 1 more, 7 intervals each")
                .contains(": 4 gaps, 28 intervals");
        assertThat(gaps("--from", day.toString(), "--to", day.toString(), "--format", "csv")
                        .output()
                        .lines())
                .hasSize(5);
    }
}
