package io.xlink.acdmap;

import io.xlink.model.CallTable;
import io.xlink.model.QueueImport;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Camel data type transformer from call data to targets: the body {@link CallTable} becomes a list of
 * {@link QueueImport}, as {@link CallDataMapper} says. It is bound in the Camel registry under its {@link #TYPE} before
 * the routes start; a route then says
 *
 * <pre>
 * - transformDataType:
 *     fromType: "xlink:call-table"
 *     toType: "xlink:queue-imports"
 * </pre>
 */
public final class QueueImportTransformer extends Transformer {
    /** The data type it makes, and its name in the registry. */
    public static final String TYPE = "xlink:queue-imports";
    /** Exchange property: how many intervals could not be computed, a {@code Long}; 0 when all could. */
    public static final String FAILED_INTERVALS = "xlinkFailedIntervals";

    private static final Logger LOG = LoggerFactory.getLogger(QueueImportTransformer.class);

    private final Supplier<CallDataMapper> mapper;

    public QueueImportTransformer(CallDataMapper mapper) {
        this(() -> mapper);
    }

    /** @param mapper asked once for each table */
    public QueueImportTransformer(Supplier<CallDataMapper> mapper) {
        super(TYPE);
        this.mapper = mapper;
    }

    @Override
    public void transform(Message message, DataType from, DataType to) throws Exception {
        CallDataMapper.Result result = mapper.get().map(message.getMandatoryBody(CallTable.class));
        result.notes().forEach(LOG::info);
        result.failures().forEach(LOG::warn);
        List<QueueImport> imports = result.imports();
        message.setBody(imports);
        message.getExchange().setProperty(FAILED_INTERVALS, result.failedIntervals());
    }
}
