package io.xlink.service;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration of WinSW, which runs a program as a service of Windows. */
final class WinswXml {
    private WinswXml() {}

    /** The whole file. */
    static String of(ServiceSettings settings) {
        String arguments = Stream.of(
                        "run",
                        "--conf",
                        settings.conf().toString(),
                        "--data",
                        settings.data().toString())
                .map(WinswXml::argument)
                .collect(Collectors.joining(" "));
        Stream<String> java = settings.javaHome().stream()
                .map(home -> "  <env name=\"JAVA_HOME\" value=\"" + text(home.toString()) + "\"/>");
        Stream<String> account = settings.account().stream()
                .map(name -> "  <serviceaccount><username>" + text(name) + "</username><prompt>dialog</prompt>"
                        + "<allowservicelogon>true</allowservicelogon></serviceaccount>");
        return Stream.of(
                        Stream.of(
                                "<service>",
                                "  <id>" + text(settings.name()) + "</id>",
                                "  <name>Xlink (" + text(settings.name()) + ")</name>",
                                "  <description>Imports contact-centre figures</description>",
                                "  <executable>" + text(settings.launcher().toString()) + "</executable>",
                                "  <arguments>" + text(arguments) + "</arguments>",
                                "  <workingdirectory>" + text(settings.data().toString()) + "</workingdirectory>"),
                        java,
                        account,
                        REST.stream())
                .flatMap(lines -> lines)
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
    }

    private static final List<String> REST = List.of(
            "  <startmode>Automatic</startmode>",
            "  <delayedAutoStart>true</delayedAutoStart>",
            "  <stoptimeout>30 sec</stoptimeout>",
            "  <onfailure action=\"restart\" delay=\"10 sec\"/>",
            "  <resetfailure>1 hour</resetfailure>",
            "  <log mode=\"roll-by-size\"><sizeThreshold>10240</sizeThreshold><keepFiles>8</keepFiles></log>",
            "</service>");

    /** As the C runtime takes command lines apart; a path of Windows has no quotation marks in it. */
    private static String argument(String text) {
        if (text.chars().noneMatch(c -> c == ' ' || c == '\t')) {
            return text;
        }
        return '"' + text + (text.endsWith("\\") ? "\\\"" : "\"");
    }

    /** WinSW replaces {@code %NAME%} by variables and knows no way to write a percent sign that is none. */
    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
