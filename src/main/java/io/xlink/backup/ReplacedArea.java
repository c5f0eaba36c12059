package io.xlink.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the two directories while its files are replaced. Everything happens within it, so that renaming is enough. */
final class ReplacedArea implements AutoCloseable {
    private final StateDirectories state;
    private final Area area;
    private final Path root;
    private final Path aside;
    private final Path staged;
    private final List<Path> unpacked = new ArrayList<>();

    /** @param aside name of the folder that earlier files are set aside in */
    ReplacedArea(StateDirectories state, Area area, String aside) throws IOException {
        this.state = state;
        this.area = area;
        this.root = state.of(area);
        this.aside = root.resolve(aside);
        this.staged = Files.createTempDirectory(root, StateDirectories.STAGED, OwnerOnly.directory(root));
    }

    /** Unpacks its files beside those that are there. */
    void unpack(Archive archive) throws IOException {
        for (Manifest.Entry entry : archive.manifest().files()) {
            if (entry.name().startsWith(area.prefix())) {
                Path name = Path.of(entry.name().substring(area.prefix().length()));
                if (!state.holds(area, name)) {
                    throw archive.damaged(
                            entry.name(), "belongs into a folder or file of " + root + " that no backup holds");
                }
                Path target = staged.resolve(name);
                Files.createDirectories(target.getParent(), OwnerOnly.directory(root));
                archive.extract(entry, target);
                unpacked.add(name);
            }
        }
    }

    /** Sets the files aside that are there, and puts the unpacked ones into their place; returns where the earlier ones are. */
    Optional<Path> exchange() throws IOException {
        Map<String, Path> old = state.files(area);
        for (Path file : old.values()) {
            move(file, aside.resolve(root.relativize(file)));
            for (String end : StateDirectories.SIDE_FILES) {
                Path side = file.resolveSibling(file.getFileName() + end);
                if (file.getFileName().toString().endsWith(".db") && Files.exists(side)) {
                    move(side, aside.resolve(root.relativize(side)));
                }
            }
        }
        for (Path name : unpacked) {
            move(staged.resolve(name), root.resolve(name));
        }
        Folders.force(root);
        return old.isEmpty() ? Optional.empty() : Optional.of(aside);
    }

    private void move(Path from, Path to) throws IOException {
        if (!Files.isDirectory(to.getParent())) {
            Files.createDirectories(to.getParent(), OwnerOnly.directory(root));
        }
        Files.move(from, to);
    }

    @Override
    public void close() {
        Folders.remove(staged);
    }
}
