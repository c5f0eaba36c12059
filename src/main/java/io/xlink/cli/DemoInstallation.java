package io.xlink.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the configuration of a server and of an importer that delivers the demo's queues to it. */
final class DemoInstallation {
    static final String USER = "xlink";
    static final String SYSTEM = "Demo ACD";
    private static final int PARENT = 1;
    private static final int FIRST_QUEUE = 1001;
    private static final String SCRIPT = "$1.BAS";
    /** So that a demo shows a script, too, and the archive of a demo's classes has those that read one. */
    private static final String SHARE = """
            ' Calls handled in per cent of those offered, times 100 as all values.
            Dim Result As Long
            Dim Para1 As Long
            Dim Para2 As Long
            Sub Main()
              If Para2 = 0 Then
                Result = 0
              Else
                Result = (Para1 / Para2) * 10000
              End If
            End Sub
            """;

    private DemoInstallation() {}

    /** Id of a queue on the demo's server. */
    static int id(int position) {
        return FIRST_QUEUE + position;
    }

    static void writeServer(Path conf, int port) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "name: WFM",
                "listen: 127.0.0.1:" + port,
                "queues:",
                "  - id: " + PARENT,
                "    name: Contact centre",
                "    queues:"));
        int position = 0;
        for (String queue : DemoData.QUEUES.keySet()) {
            lines.add("      - {id: " + id(position++) + ", name: " + queue + "}");
        }
        lines.add("valueTypes:");
        List<String> types = List.of("Offered", "Handled", "AHT", "Handled %");
        for (int type = 1; type <= types.size(); type++) {
            lines.add("  - {id: " + type + ", name: " + types.get(type - 1) + "}");
        }
        lines.add("externalSystems: [" + SYSTEM + "]");
        lines.add("activities:");
        lines.add("  - {id: 1, name: Present}");
        lines.add("employees: any");
        Files.createDirectories(conf);
        Files.write(conf.resolve("server.yaml"), lines);
    }

    static void writeImporter(Path conf, int port, String password) throws IOException {
        Files.createDirectories(conf);
        Files.write(
                conf.resolve("isps.cfg"),
                List.of("[IES System WFM]", "Name = \"WFM\"", "Url = \"iwfm://127.0.0.1:" + port + "\""));
        Files.write(
                conf.resolve("isps_ul.ini"),
                List.of(
                        "[DB]",
                        "1=WFM,0," + USER + "," + password,
                        "[" + SYSTEM + "]",
                        "HeaderLines = 1",
                        "SeparatorCharacter = 3",
                        "ColumnNames = Queue;Date;Time;CallsOffered;CallsHandled;AHT",
                        "GroupColumn = 1",
                        "DateColumn = 2",
                        "TimeColumn = 3",
                        "AHTColumn = 6",
                        "DateOrder = dmy",
                        "Interval = 15",
                        "Groups = " + String.join(";", DemoData.QUEUES.keySet())));
        List<String> map = new ArrayList<>();
        int position = 0;
        for (String queue : DemoData.QUEUES.keySet()) {
            String target = "WFM:" + PARENT + ":" + id(position++) + ":";
            String source = "=" + SYSTEM + ":" + queue + ":";
            List<String> columns = DemoData.columns();
            for (int type = 1; type <= columns.size(); type++) {
                map.add(target + type + source + columns.get(type - 1));
            }
            String share = target + (columns.size() + 1);
            map.addAll(List.of(share + source + columns.get(1), share + source + columns.get(0), share + "=" + SCRIPT));
        }
        Files.writeString(conf.resolve(SCRIPT), SHARE);
        Files.write(conf.resolve("acd_map.ini"), map);
        // The demo's files are renamed into place, so there is no need to watch them for long.
        Files.write(conf.resolve("application.properties"), List.of("xlink.csv.quiet=1s", "xlink.csv.delay=250ms"));
    }
}
