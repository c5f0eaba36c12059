package io.xlink.importer;

import io.xlink.acdmap.CallDataMapper;
import io.xlink.acdmap.QueueImportTransformer;
import io.xlink.importer.gaps.Reported;
import io.xlink.model.CallTable;
import java.util.function.Supplier;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;

/** Keeps in mind about which intervals a table reports, before it becomes imports to targets, which do not say so any more. */
final class ReportingTransformer extends Transformer {
    /** Exchange property: a {@link Reported}. */
    static final String REPORTED = "XlinkReported";

    private final Transformer imports;
    private final Supplier<CallDataMapper> mapper;

    /** @param mapper of the mappings in use */
    ReportingTransformer(Supplier<CallDataMapper> mapper) {
        super(QueueImportTransformer.TYPE);
        this.imports = new QueueImportTransformer(mapper);
        this.mapper = mapper;
    }

    @Override
    public void transform(Message message, DataType from, DataType to) throws Exception {
        CallTable table = message.getMandatoryBody(CallTable.class);
        message.getExchange()
                .setProperty(REPORTED, Reported.of(table, mapper.get().queues(table.externalSystem())));
        imports.transform(message, from, to);
    }
}
