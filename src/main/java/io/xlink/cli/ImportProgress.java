package io.xlink.cli;

import io.xlink.importer.manual.ManualEnd;
import io.xlink.importer.manual.ManualEvent;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;

/**
 * Shows how far an import by hand is: a bar on a terminal, lines elsewhere. Results go to standard output, everything else
 * to standard error.
 */
final class ImportProgress implements Consumer<ManualEvent>, AutoCloseable {
    private static final int WIDTH = 100;
    private static final int REFRESH_MILLIS = 200;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private final List<String> later = new ArrayList<>();
    private ProgressBar bar;
    private String last = "";
    private ManualEvent end;

    private ImportProgress(PrintWriter out, PrintWriter err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    static ImportProgress on(CommandLine command) {
        return new ImportProgress(command.getOut(), command.getErr(), System.console() != null);
    }

    /** Says something that is no event. */
    void note(String text) {
        err.println(text);
        err.flush();
    }

    @Override
    public void accept(ManualEvent event) {
        if (terminal) {
            draw(event);
        } else {
            write(event);
        }
        if (event.kind() == ManualEvent.Kind.END) {
            end = event;
        }
    }

    boolean isOver() {
        return end != null;
    }

    ManualEnd end() {
        return end.end();
    }

    /** The same line is not written again and again: a log would be full of it. */
    private void write(ManualEvent event) {
        switch (event.kind()) {
            case RESULT -> print(out, event.text());
            case WARNING -> print(err, event.text());
            case WAITING, PROGRESS -> {
                String line = counted(event);
                if (!line.equals(last)) {
                    last = line;
                    print(err, line);
                }
            }
            case END -> print(err, counted(event));
        }
    }

    private static String counted(ManualEvent event) {
        String text = event.text();
        if (event.kind() == ManualEvent.Kind.END) {
            text = ended(event);
        }
        return event.total() == 0 ? text : event.done() + " of " + event.total() + ": " + text;
    }

    private static String ended(ManualEvent event) {
        return switch (event.end()) {
            case DONE -> "done";
            case PARTLY -> "done, but not everything could be imported";
            default -> event.text();
        };
    }

    private void draw(ManualEvent event) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("import")
                    .setInitialMax(Math.max(event.total(), 1))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setMaxRenderedLength(WIDTH)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                    .build();
        }
        if (event.total() > 0) {
            bar.maxHint(event.total());
        }
        bar.stepTo(event.done());
        switch (event.kind()) {
            case RESULT, WARNING -> later.add(event.text());
            case WAITING, PROGRESS -> bar.setExtraMessage(" " + event.text());
            case END -> {
                bar.setExtraMessage("");
                later.add(ended(event));
            }
        }
    }

    private static void print(PrintWriter writer, String line) {
        writer.println(line);
        writer.flush();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            later.forEach(line -> print(out, line));
        }
    }
}
