package io.xlink.source.odbc;

import static io.xlink.source.odbc.OdbcFunctions.DRIVER_NOPROMPT;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which of two sets of functions a driver is called by. Drivers without functions that end in W would get their text
 * from the driver manager in an encoding that it guesses; called by the others they get UTF-8, as they expect.
 */
enum Encoding {
    /** Functions that end in W. */
    WIDE(2, ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE),
    /** Functions without W. */
    NARROW(1, StandardCharsets.UTF_8);

    private static final int MAX_TEXT = 2048;

    private final int width;
    private final Charset charset;

    Encoding(int width, Charset charset) {
        this.width = width;
        this.charset = charset;
    }

    /** A diagnostic record: what a driver says about its last call. */
    record Diagnosis(String state, int nativeError, String text) {}

    /** What a driver wants to be called by; the usual one, when its library is not known or cannot be looked into. */
    static Encoding of(Optional<Path> library) {
        if (library.isEmpty()) {
            return WIDE;
        }
        try (NativeLibrary driver =
                NativeLibrary.getInstance(library.get().toAbsolutePath().toString())) {
            driver.getGlobalVariableAddress("SQLDriverConnectW");
            return WIDE;
        } catch (UnsatisfiedLinkError e) {
            return String.valueOf(e.getMessage()).contains("SQLDriverConnectW") ? NARROW : WIDE;
        }
    }

    /** SQLDriverConnect; asks nobody anything. The bytes of the text are wiped. */
    short connect(Pointer connection, CharSequence text) {
        byte[] bytes = terminated(text.toString());
        try {
            short length = (short) (bytes.length / width - 1);
            return this == WIDE
                    ? OdbcFunctions.SQLDriverConnectW(
                            connection, null, bytes, length, null, (short) 0, null, DRIVER_NOPROMPT)
                    : OdbcFunctions.SQLDriverConnect(
                            connection, null, bytes, length, null, (short) 0, null, DRIVER_NOPROMPT);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** SQLGetInfo of a text; empty when the driver does not know. */
    String info(Pointer connection, short type) {
        byte[] value = new byte[MAX_TEXT];
        short[] length = new short[1];
        short max = (short) value.length;
        short result = this == WIDE
                ? OdbcFunctions.SQLGetInfoW(connection, type, value, max, length)
                : OdbcFunctions.SQLGetInfo(connection, type, value, max, length);
        return OdbcCalls.isDone(result) ? text(value) : "";
    }

    /** SQLGetInfo of a number of 16 or 32 bits; 0 when the driver does not know. */
    int number(Pointer connection, short type) {
        byte[] value = new byte[2 * Integer.BYTES];
        short max = (short) value.length;
        short result = this == WIDE
                ? OdbcFunctions.SQLGetInfoW(connection, type, value, max, new short[1])
                : OdbcFunctions.SQLGetInfo(connection, type, value, max, new short[1]);
        return OdbcCalls.isDone(result)
                ? ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt()
                : 0;
    }

    /** SQLExecDirect. */
    short execute(Pointer statement, String sql) {
        byte[] text = terminated(sql);
        int length = text.length / width - 1;
        return this == WIDE
                ? StatementFunctions.SQLExecDirectW(statement, text, length)
                : StatementFunctions.SQLExecDirect(statement, text, length);
    }

    /** SQLPrepare. */
    short prepare(Pointer statement, String sql) {
        byte[] text = terminated(sql);
        int length = text.length / width - 1;
        return this == WIDE
                ? StatementFunctions.SQLPrepareW(statement, text, length)
                : StatementFunctions.SQLPrepare(statement, text, length);
    }

    /** SQLDescribeCol and what else is asked of a column; empty when the driver refuses. Numbers count from 1. */
    Optional<Column> column(Pointer statement, int number) {
        byte[] name = new byte[MAX_TEXT * width];
        short[] type = new short[1];
        long[] size = new long[1];
        short[] digits = new short[1];
        short[] nullable = new short[1];
        short n = (short) number;
        short max = (short) MAX_TEXT;
        short result = this == WIDE
                ? StatementFunctions.SQLDescribeColW(
                        statement, n, name, max, new short[1], type, size, digits, nullable)
                : StatementFunctions.SQLDescribeCol(
                        statement, n, name, max, new short[1], type, size, digits, nullable);
        if (!OdbcCalls.isDone(result)) {
            return Optional.empty();
        }
        return Optional.of(new Column(
                text(name),
                type[0],
                size[0],
                digits[0],
                nullable[0],
                attribute(statement, n, StatementFunctions.DESC_UNSIGNED, new byte[2]) != 0,
                attributeText(statement, n, StatementFunctions.DESC_TYPE_NAME)));
    }

    private String attributeText(Pointer statement, short column, short field) {
        byte[] value = new byte[MAX_TEXT];
        attribute(statement, column, field, value);
        return text(value);
    }

    private long attribute(Pointer statement, short column, short field, byte[] text) {
        long[] number = new long[1];
        short max = (short) text.length;
        short result = this == WIDE
                ? StatementFunctions.SQLColAttributeW(statement, column, field, text, max, new short[1], number)
                : StatementFunctions.SQLColAttribute(statement, column, field, text, max, new short[1], number);
        return OdbcCalls.isDone(result) ? number[0] : 0;
    }

    /** Units that a character may need: a pair of 16 bits, or the bytes of UTF-8. */
    int unitsOfCharacter() {
        return this == WIDE ? 2 : 4;
    }

    /** Bytes of one unit of text. */
    int width() {
        return width;
    }

    Charset charset() {
        return charset;
    }

    /** SQLGetDiagRec; numbers count from 1. */
    Optional<Diagnosis> diagnosis(short type, Pointer handle, int number) {
        byte[] state = new byte[6 * width];
        byte[] text = new byte[MAX_TEXT * width];
        int[] nativeError = new int[1];
        short[] length = new short[1];
        short n = (short) number;
        short result = this == WIDE
                ? OdbcFunctions.SQLGetDiagRecW(type, handle, n, state, nativeError, text, (short) MAX_TEXT, length)
                : OdbcFunctions.SQLGetDiagRec(type, handle, n, state, nativeError, text, (short) MAX_TEXT, length);
        return OdbcCalls.isDone(result)
                ? Optional.of(new Diagnosis(text(state), nativeError[0], text(text)))
                : Optional.empty();
    }

    byte[] terminated(String text) {
        byte[] bytes = text.getBytes(charset);
        byte[] terminated = Arrays.copyOf(bytes, bytes.length + width);
        Arrays.fill(bytes, (byte) 0);
        return terminated;
    }

    /** What stands before the terminating zero. */
    String text(byte[] buffer) {
        String text = new String(buffer, charset);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
