package io.xlink.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts encoded passwords in the place of plain ones in isps_Ul.ini, all at once; every other line keeps its bytes. There
 * is no backup, because it would keep the passwords.
 */
public final class PasswordEncoding {
    private final Passcodes passcodes;
    private final IniFile settings;
    private final IniEdit edit;
    private final List<String> told = new ArrayList<>();
    private int encoded;

    private PasswordEncoding(Path conf) {
        Path file = conf.resolve(Installation.SETTINGS);
        this.passcodes = new Passcodes(conf);
        this.settings = IniFile.read(file);
        this.edit = new IniEdit(ConfigText.read(file));
    }

    /**
     * What became of the passwords.
     *
     * @param file isps_Ul.ini
     * @param encoded how many were encoded; the others were already, or are told about
     * @param told one line for each password that was encoded or left alone, without it
     */
    public record Result(Path file, int encoded, List<String> told) {
        public Result {
            told = List.copyOf(told);
        }
    }

    /**
     * Encodes them. Text that looks like what Passcode.exe made is left alone: encoded once more it would be of no use.
     *
     * @throws ConfigException when the file or the key cannot be read or written; nothing has changed then
     */
    public static Result run(Path conf) {
        PasswordEncoding encoding = new PasswordEncoding(conf);
        for (IniSection section : encoding.settings.sections()) {
            switch (section.name().toLowerCase(Locale.ROOT)) {
                case "db" -> section.entries().forEach(entry -> encoding.server(section, entry));
                case "general" -> {}
                default -> encoding.database(section);
            }
        }
        if (encoding.encoded > 0) {
            encoding.edit.save(Optional.empty());
        }
        return new Result(encoding.settings.file(), encoding.encoded, encoding.told);
    }

    private void server(IniSection db, IniEntry entry) {
        String[] parts = ServerReader.parts(entry);
        if (parts.length == ServerReader.PARTS) {
            String password = parts[ServerReader.PARTS - 1];
            encode(PasswordUse.servers(), db, entry, password)
                    .ifPresent(text ->
                            edit.set(db.name(), entry.key(), String.join(",", parts[0], parts[1], parts[2], text)));
        }
    }

    private void database(IniSection section) {
        if (!SystemKind.of(section).hasDatabase()) {
            return; // Pwd means nothing there, and a folder's name is no secret.
        }
        Passcodes.passwordKey(section)
                .flatMap(section::entry)
                .ifPresent(entry -> encode(PasswordUse.section(section.name()), section, entry, entry.value())
                        .ifPresent(text -> edit.set(section.name(), entry.key(), text)));
    }

    private Optional<String> encode(PasswordUse use, IniSection section, IniEntry entry, String password) {
        String place = settings.file() + ":" + entry.line() + ": [" + section.name() + "] " + entry.key() + " ";
        return switch (PasswordForm.of(password)) {
            case PLAIN -> {
                if (password.isEmpty()) {
                    yield Optional.empty();
                }
                encoded++;
                told.add(place + "is encoded now");
                yield Optional.of(passcodes.encode(use, password.toCharArray()));
            }
            case MAYBE_OLD, OLD, PLACEHOLDER -> {
                told.add(place + "is left alone: it is no plain password, or looks like what Passcode.exe made");
                yield Optional.empty();
            }
            case ENCODED, NEWER -> Optional.empty();
        };
    }
}
