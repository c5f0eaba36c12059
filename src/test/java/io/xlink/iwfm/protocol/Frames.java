package io.xlink.iwfm.protocol;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.xlink.iwfm.wire.ActivityChunk;
import io.xlink.iwfm.wire.AgentColumn;
import io.xlink.iwfm.wire.CallDataChunk;
import io.xlink.iwfm.wire.CatalogueRequest;
import io.xlink.iwfm.wire.ClientFrame;
import io.xlink.iwfm.wire.Column;
import io.xlink.iwfm.wire.ExportPage;
import io.xlink.iwfm.wire.ExportRequest;
import io.xlink.iwfm.wire.Failure;
import io.xlink.iwfm.wire.Goodbye;
import io.xlink.iwfm.wire.Hello;
import io.xlink.iwfm.wire.ImportBegin;
import io.xlink.iwfm.wire.ImportCancel;
import io.xlink.iwfm.wire.ImportEnd;
import io.xlink.iwfm.wire.ImportReceipt;
import io.xlink.iwfm.wire.LoginFinal;
import io.xlink.iwfm.wire.LoginFirst;
import io.xlink.iwfm.wire.Ping;
import io.xlink.iwfm.wire.Pong;
import io.xlink.iwfm.wire.Rejection;
import io.xlink.iwfm.wire.ServerCatalogue;
import io.xlink.iwfm.wire.ServerFrame;
import java.nio.ByteBuffer;

/** Frames that a fuzzer composes: mostly valid ones, in any order, with a wrong field or byte here and there. */
final class Frames {
    private Frames() {}

    static byte[] framed(MessageLite frame) {
        return framed(frame.toByteArray());
    }

    private static byte[] framed(byte[] body) {
        return ByteBuffer.allocate(4 + body.length)
                .putInt(body.length)
                .put(body)
                .array();
    }

    /** A frame as bytes; one of its bytes may be changed. */
    static byte[] mutated(MessageLite frame, FuzzedDataProvider data) {
        byte[] body = frame.toByteArray();
        if (body.length > 0 && data.consumeInt(0, 7) == 0) {
            body[data.consumeInt(0, body.length - 1)] = data.consumeByte();
        }
        return framed(body);
    }

    /** A request; its number may be the same as before, so that frames of one import come together. */
    static ClientFrame request(FuzzedDataProvider data) {
        ClientFrame.Builder frame = ClientFrame.newBuilder().setRequest(data.consumeInt(0, 20));
        switch (data.consumeInt(0, 11)) {
            case 0, 1 ->
                frame.setImportBegin(ImportBegin.newBuilder()
                        .setImportId(id(data))
                        .setKindValue(data.consumeInt(0, 3))
                        .setExternalSystem(data.consumeString(10))
                        .setDay(data.consumeInt(-30_000, 90_000))
                        .setFromSecond(data.consumeLong())
                        .setToSecond(data.consumeLong()));
            case 2 ->
                frame.setActivities(
                        ActivityChunk.newBuilder().addColumns(activities(data)).addColumns(activities(data)));
            case 3, 4 -> {
                CallDataChunk.Builder chunk = CallDataChunk.newBuilder();
                for (int i = data.consumeInt(0, 3); i > 0; i--) {
                    chunk.addColumns(column(data));
                }
                frame.setCallData(chunk);
            }
            case 5, 6 ->
                frame.setImportEnd(
                        ImportEnd.newBuilder().setChunks(data.consumeInt(0, 4)).setValues(data.consumeInt(0, 10)));
            case 7 -> frame.setImportCancel(ImportCancel.getDefaultInstance());
            case 8 -> frame.setCatalogue(CatalogueRequest.getDefaultInstance());
            case 9 ->
                frame.setExport(ExportRequest.newBuilder()
                        .setKindValue(data.consumeInt(0, 3))
                        .setFromMinute(data.consumeLong())
                        .setToMinute(data.consumeLong())
                        .setCursor(ByteString.copyFrom(data.consumeBytes(8))));
            case 10 -> frame.setPing(Ping.getDefaultInstance());
            default -> opening(frame, data);
        }
        return frame.build();
    }

    private static void opening(ClientFrame.Builder frame, FuzzedDataProvider data) {
        switch (data.consumeInt(0, 2)) {
            case 0 ->
                frame.setHello(Hello.newBuilder()
                        .setMajor(data.consumeInt(0, 2))
                        .setMaxFrame(data.consumeInt())
                        .setClient(id(data)));
            case 1 ->
                frame.setLoginFirst(LoginFirst.newBuilder()
                        .setMechanism(data.consumeBoolean() ? Protocol.MECHANISM : data.consumeString(20))
                        .setMessage(data.consumeString(60)));
            default -> frame.setLoginFinal(LoginFinal.newBuilder().setMessage(data.consumeString(60)));
        }
    }

    /** An answer to one of a few requests. */
    static ServerFrame answer(FuzzedDataProvider data) {
        ServerFrame.Builder frame =
                ServerFrame.newBuilder().setRequest(data.consumeInt(0, 6)).setMore(data.consumeBoolean());
        switch (data.consumeInt(0, 6)) {
            case 0, 1 -> {
                ImportReceipt.Builder receipt = ImportReceipt.newBuilder()
                        .setImportId(data.consumeBoolean() ? ImportFrames.id(ClientBench.IMPORT.id()) : id(data))
                        .setStored(data.consumeLong());
                for (int i = data.consumeInt(0, 2); i > 0; i--) {
                    receipt.addRejected(Rejection.newBuilder()
                            .setQueue(data.consumeInt())
                            .setValueType(data.consumeInt())
                            .setValues(data.consumeLong())
                            .setReason(data.consumeString(5)));
                }
                frame.setReceipt(receipt);
            }
            case 2 ->
                frame.setFailure(
                        Failure.newBuilder().setReason(data.consumeString(5)).setRetry(data.consumeBoolean()));
            case 3 ->
                frame.setCatalogue(ServerCatalogue.newBuilder()
                        .setServer(data.consumeString(5))
                        .addQueues(ServerCatalogue.Queue.newBuilder()
                                .setId(data.consumeInt())
                                .setParent(data.consumeInt())
                                .setName(data.consumeString(5)))
                        .addEmployees(ServerCatalogue.Claim.newBuilder()
                                .setId(data.consumeInt())
                                .addExternal(
                                        ServerCatalogue.External.newBuilder().setName(data.consumeString(5)))));
            case 4 ->
                frame.setExportPage(ExportPage.newBuilder()
                        .addColumns(column(data))
                        .addActivities(activities(data)
                                .setExternalSystem(data.consumeString(3))
                                .setActivityId(data.consumeInt(0, 3)))
                        .setNextCursor(ByteString.copyFrom(data.consumeBytes(8))));
            case 5 -> frame.setPong(Pong.getDefaultInstance());
            default -> frame.setGoodbye(Goodbye.newBuilder().setReason(data.consumeString(5)));
        }
        return frame.build();
    }

    private static AgentColumn.Builder activities(FuzzedDataProvider data) {
        AgentColumn.Builder column =
                AgentColumn.newBuilder().setAgent(data.consumeString(3)).setActivity(data.consumeString(3));
        for (int i = data.consumeInt(0, 4); i > 0; i--) {
            column.addStartDeltas(data.consumeLong(-1, 2_000_000_000)).addSeconds(data.consumeInt(-1, 100_000));
        }
        if (data.consumeInt(0, 7) == 0) {
            column.addSeconds(data.consumeInt());
        }
        return column;
    }

    private static ByteString column(FuzzedDataProvider data) {
        Column.Builder column = Column.newBuilder()
                .setParent(data.consumeInt(-1, 3))
                .setQueue(data.consumeInt(-1, 3))
                .setValueType(data.consumeInt(0, 3))
                .setMinutes(data.consumeInt(0, 1441));
        for (int i = data.consumeInt(0, 4); i > 0; i--) {
            column.addStartDeltas(data.consumeInt(-1, 100_000_000)).addValues(data.consumeLong());
        }
        if (data.consumeInt(0, 7) == 0) {
            column.addValues(data.consumeLong());
        }
        return column.build().toByteString();
    }

    private static ByteString id(FuzzedDataProvider data) {
        byte[] id = new byte[data.consumeInt(0, 7) == 0 ? data.consumeInt(0, 20) : Protocol.ID_BYTES];
        if (id.length > 0) {
            id[0] = data.consumeByte();
        }
        return ByteString.copyFrom(id);
    }
}
