package io.xlink.iwfm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import io.xlink.iwfm.wire.Column;
import io.xlink.model.ValueColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read and written by hand is what the class that is generated from the schema reads and writes. */
class ColumnBytesTest {
    private static final long SEED = 20141223;

    @Test
    void randomColumnsAreTheSchemasMessages() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            Random random = new Random(SEED + round);
            ValueColumn column = column(random);
            int from = random.nextInt(column.size());
            int to = from + 1 + random.nextInt(column.size() - from);
            boolean everyStart = random.nextBoolean();
            ByteString written = ColumnWriter.write(column, from, to, everyStart);
            Column parsed = Column.parseFrom(written);
            if (everyStart) {
                assertThat(parsed.getStartDeltasCount()).isEqualTo(to - from);
            }
            ValueColumn piece = piece(column, from, to);
            assertThat(ofSchema(parsed)).as("seed %d", SEED + round).isEqualTo(piece);
            assertThat(parsed.toByteString()).as("seed %d", SEED + round).isEqualTo(written);
            assertThat(ColumnReader.read(written)).as("seed %d", SEED + round).isEqualTo(piece);
            assertThat(ColumnReader.read(unusual(parsed, random)))
                    .as("seed %d", SEED + round)
                    .isEqualTo(piece);
        }
    }

    @Test
    void intervalsThatFollowEachOtherSayOnlyWhereTheFirstBegins() throws Exception {
        int[] starts = new int[96];
        Arrays.setAll(starts, i -> 23_600_000 + 15 * i);
        Column day =
                Column.parseFrom(ColumnWriter.write(new ValueColumn(1, 2, 3, 15, starts, new long[96]), 0, 96, false));
        assertThat(day.getStartDeltasList()).containsExactly(23_600_000);
        assertThat(day.getValuesCount()).isEqualTo(96);
    }

    @Test
    void aGapIsSaidAndWhatFollowsItIsNot() throws Exception {
        ValueColumn column = new ValueColumn(0, 2, 3, 15, new int[] {0, 15, 45, 60}, new long[] {1, 2, 3, 4});
        Column wire = Column.parseFrom(ColumnWriter.write(column, 0, 4, false));
        assertThat(wire.getStartDeltasList()).containsExactly(0, 15, 30);
        assertThat(ColumnReader.read(wire.toByteString())).isEqualTo(column);
    }

    @Test
    void bytesThatAreNoColumnAreRefused() {
        for (int length = 1; length < 30; length++) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) 0xff);
            assertThatThrownBy(() -> ColumnReader.read(ByteString.copyFrom(bytes)))
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void moreValuesThanAChunkMayHoldAreRefused() {
        Column.Builder wire = Column.newBuilder().setQueue(1).setValueType(1).setMinutes(1);
        wire.addStartDeltas(0);
        for (int i = 0; i <= ColumnCodec.MAX_VALUES; i++) {
            wire.addValues(0);
        }
        assertThatThrownBy(() -> ColumnReader.read(wire.build().toByteString()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("65537 values");
    }

    private static ValueColumn column(Random random) {
        int size = 1 + random.nextInt(200);
        int minutes = 1 + random.nextInt(ColumnCodec.MAX_MINUTES);
        int[] starts = new int[size];
        long[] values = new long[size];
        int start = random.nextInt(30_000_000);
        boolean gaps = random.nextBoolean();
        for (int i = 0; i < size; i++) {
            starts[i] = start;
            start += gaps && random.nextInt(4) == 0 ? 1 + random.nextInt(3_000) : minutes;
            values[i] = random.nextLong() >> random.nextInt(64);
        }
        int parent = random.nextInt(3) == 0 ? 0 : random.nextInt(Integer.MAX_VALUE);
        return new ValueColumn(parent, 1 + random.nextInt(9), 1 + random.nextInt(1 << 20), minutes, starts, values);
    }

    private static ValueColumn piece(ValueColumn whole, int from, int to) {
        int[] starts = new int[to - from];
        long[] values = new long[to - from];
        Arrays.setAll(starts, i -> whole.start(from + i));
        Arrays.setAll(values, i -> whole.value(from + i));
        return new ValueColumn(whole.parent(), whole.queue(), whole.valueType(), whole.minutes(), starts, values);
    }

    /** The rule of docs/iwfm-protocol.md, once more. */
    private static ValueColumn ofSchema(Column wire) {
        int[] starts = new int[wire.getValuesCount()];
        for (int i = 0; i < starts.length; i++) {
            int before = i == 0 ? 0 : starts[i - 1];
            starts[i] = before + (i < wire.getStartDeltasCount() ? wire.getStartDeltas(i) : wire.getMinutes());
        }
        long[] values = wire.getValuesList().stream().mapToLong(v -> v).toArray();
        return new ValueColumn(
                wire.getParent(), wire.getQueue(), wire.getValueType(), wire.getMinutes(), starts, values);
    }

    /** The same message as another writer might put it: lists unpacked or in two parts, a field of the future. */
    private static ByteString unusual(Column wire, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Column rest = wire.toBuilder().clearValues().clearStartDeltas().build();
        UnknownFieldSet future = UnknownFieldSet.newBuilder()
                .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(7).build())
                .build();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        if (random.nextBoolean()) {
            rest.toBuilder().setUnknownFields(future).build().writeTo(out);
        } else {
            rest.writeTo(out);
        }
        int cut = random.nextInt(wire.getValuesCount() + 1);
        Column.newBuilder()
                .addAllValues(wire.getValuesList().subList(0, cut))
                .build()
                .writeTo(out);
        for (int delta : wire.getStartDeltasList()) {
            out.writeUInt32(Column.START_DELTAS_FIELD_NUMBER, delta);
        }
        Column.newBuilder()
                .addAllValues(wire.getValuesList().subList(cut, wire.getValuesCount()))
                .build()
                .writeTo(out);
        out.flush();
        return ByteString.copyFrom(bytes.toByteArray());
    }
}
