package io.xlink.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The route that everybody writes first: split at line ends, each line an exchange, a bean that adds. */
final class CsvCamel {
    private final Map<String, long[]> sums = new HashMap<>();

    static Supplier<CsvSums> read(Path file) throws Exception {
        CsvCamel bean = new CsvCamel();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:file")
                            .split(body().tokenize("\n"))
                            .streaming()
                            .process(exchange -> bean.add(exchange.getMessage().getBody(String.class)));
                }
            });
            context.start();
            context.createProducerTemplate().sendBody("direct:file", Files.newBufferedReader(file));
        }
        return () -> bean.sums.values().stream()
                .map(sum -> new CsvSums(1, sum[0], sum[1], sum[2]))
                .reduce(CsvSums.NONE, CsvSums::plus);
    }

    private void add(String line) {
        if (line.startsWith("Queue;")) {
            return;
        }
        String[] fields = line.strip().split(";");
        String time = fields[2];
        int slot = Integer.parseInt(time, 0, 2, 10) * 4 + Integer.parseInt(time, 3, 5, 10) / 15;
        long[] sum = sums.computeIfAbsent(fields[0] + ';' + fields[1] + ';' + slot, k -> new long[3]);
        int handled = Integer.parseInt(fields[4]);
        sum[0] += Integer.parseInt(fields[3]);
        sum[1] += handled;
        sum[2] += (long) handled * Integer.parseInt(fields[5]);
    }
}
