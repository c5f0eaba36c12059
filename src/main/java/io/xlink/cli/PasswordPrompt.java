package io.xlink.cli;

import io.xlink.config.Passcodes;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Asks for a new password: twice and without showing it on a terminal, or takes a line of standard input. */
final class PasswordPrompt {
    /** Of a line in UTF-8. */
    private static final int MAX_BYTES = 4 * Passcodes.MAX_LENGTH;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CommandLine command;
    private final PrintWriter err;

    /** @param err where questions go, so that standard output has nothing but results */
    PasswordPrompt(CommandLine command, PrintWriter err) {
        this.command = command;
        this.err = err;
    }

    /**
     * The password, which the caller wipes.
     *
     * @param stdin never asks a terminal
     * @throws ParameterException when none is given, both are not the same, or it is too long or no text
     */
    char[] read(boolean stdin) throws IOException {
        Console console = System.console();
        if (!stdin && console == null) {
            say("No terminal: the password is read from standard input, and a keyboard would show it.\n");
        }
        char[] password = stdin || console == null ? line(System.in) : twice(console);
        if (password.length == 0) {
            throw wrong("no password given; type one, or pipe it in with --stdin");
        }
        return password;
    }

    private char[] twice(Console console) {
        char[] first = ask(console, "Password: ");
        char[] second = ask(console, "The same again: ");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw wrong("the two are not the same; run the command again");
        }
        return first;
    }

    private char[] ask(Console console, String question) {
        say(question);
        char[] answer = console.readPassword();
        return answer == null ? new char[0] : answer;
    }

    /** The first line in UTF-8, without a byte order mark. */
    private char[] line(InputStream in) throws IOException {
        byte[] bytes = new byte[MAX_BYTES];
        int length = 0;
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                if (length == bytes.length) {
                    throw wrong("a password has 1 to " + Passcodes.MAX_LENGTH + " characters");
                }
                bytes[length++] = (byte) next;
            }
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            int from = text.length() > 0 && text.get(0) == BYTE_ORDER_MARK ? 1 : 0;
            char[] password = Arrays.copyOfRange(text.array(), from, text.limit());
            Arrays.fill(text.array(), '\0');
            return password;
        } catch (CharacterCodingException e) {
            throw wrong("the password on standard input is not UTF-8");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private void say(String text) {
        err.print(text);
        err.flush();
    }

    private ParameterException wrong(String what) {
        return new ParameterException(command, what);
    }
}
