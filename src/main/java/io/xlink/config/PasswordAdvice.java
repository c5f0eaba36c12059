package io.xlink.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is worth saying about a password that works. Whether it works, reading it says: {@link Installation#read} for the
 * servers, {@link Passcodes#password} for databases.
 * No password is quoted.
 */
public final class PasswordAdvice {
    private PasswordAdvice() {}

    /** About all passwords of isps_Ul.ini, in the order of the file. */
    public static List<Problem> of(IniFile settings) {
        List<Problem> advice = new ArrayList<>();
        Path conf = Optional.ofNullable(settings.file().getParent()).orElse(Path.of(""));
        for (IniSection section : settings.sections()) {
            switch (section.name().toLowerCase(Locale.ROOT)) {
                case "db" -> servers(section, conf, advice);
                case "general" -> {}
                default -> database(section, conf, advice);
            }
        }
        return advice;
    }

    private static void servers(IniSection db, Path conf, List<Problem> advice) {
        for (IniEntry entry : db.entries()) {
            String[] parts = ServerReader.parts(entry);
            if (parts.length == ServerReader.PARTS) {
                of(PasswordUse.servers(), db, entry, parts[ServerReader.PARTS - 1], conf)
                        .ifPresent(advice::add);
            }
        }
    }

    private static void database(IniSection section, Path conf, List<Problem> advice) {
        Optional<String> key = Passcodes.passwordKey(section);
        if (key.isEmpty()) {
            return;
        }
        IniEntry entry = section.entry(key.get()).orElseThrow();
        of(PasswordUse.section(section.name()), section, entry, entry.value(), conf)
                .ifPresent(advice::add);
        section.entry("Password")
                .filter(other -> !other.equals(entry) && !other.value().isEmpty())
                .ifPresent(other -> advice.add(Problem.advice(
                        section.file(),
                        other.line(),
                        other.column(),
                        "[" + section.name() + "] Password is not used, because Pwd stands in line " + entry.line(),
                        "Remove one of them")));
    }

    private static Optional<Problem> of(PasswordUse use, IniSection section, IniEntry entry, String text, Path conf) {
        PasswordForm form = PasswordForm.of(text);
        if (text.isEmpty() || !form.isPlain()) {
            return Optional.empty();
        }
        String password = "[" + section.name() + "] " + entry.key() + ": the password";
        String command = "Run " + use.command(conf) + " and put what it prints there";
        return Optional.of(
                form == PasswordForm.MAYBE_OLD
                        ? Problem.advice(
                                section.file(),
                                entry.line(),
                                entry.valueColumn(),
                                password + " is used as it stands, but looks like what Passcode.exe made",
                                "If it is that: " + command)
                        : Problem.advice(
                                section.file(),
                                entry.line(),
                                entry.valueColumn(),
                                password + " stands in plain text",
                                command));
    }
}
