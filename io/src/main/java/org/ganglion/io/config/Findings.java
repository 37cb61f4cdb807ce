package org.ganglion.io.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ganglion.io.yaml.Position;
import org.ganglion.network.spec.Problem;

/**
 * The mistakes found so far and where each part of the description stands.
 *
 * <p>What is broken is remembered by its path, so that checks of the whole network add nothing about it.
 */
final class Findings {
    private final Set<ConfigError> errors = new TreeSet<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> brokenInside = new HashSet<>();
    private final Map<String, Position> places = new HashMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private final Position whole;

    Findings(String file) {
        this.whole = Position.of(file);
    }

    /** The folder of the file that is read; names of other files in it are relative to it. */
    Path folder() {
        Path file = Path.of(whole.file()).toAbsolutePath();
        return Optional.ofNullable(file.getParent()).orElse(file);
    }

    void report(Position at, String path, String message) {
        errors.add(new ConfigError(at, path, message));
        suspect(path);
    }

    /** Takes a path as broken; what is wrong with it is or will be said elsewhere. */
    void suspect(String path) {
        broken.add(path);
        for (String above = parent(path); !above.isEmpty(); above = parent(above)) {
            brokenInside.add(above);
        }
    }

    /** Remembers where the part at a path stands. */
    void place(String path, Position at) {
        places.putIfAbsent(path, at);
    }

    /** Whatever is said about {@code path}, or parts of it, is said about the part of the file it was made from. */
    void show(String path, String as) {
        if (!path.equals(as)) {
            shown.put(path, as);
        }
    }

    /** Takes over what a check of the whole network has found. */
    void add(List<Problem> problems) {
        for (Problem problem : problems) {
            String path = shown(problem.path());
            if (!isBroken(path)) {
                errors.add(new ConfigError(placeOf(path), path, problem.message()));
            }
        }
    }

    List<ConfigError> errors() {
        return new ArrayList<>(errors);
    }

    /** First of all that one item of several is the entry that they are from, then that a key is another one. */
    private String shown(String path) {
        return shownOnce(shownOnce(path));
    }

    private String shownOnce(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            String as = shown.get(path.substring(0, end));
            if (as != null) {
                return as + path.substring(end);
            }
        }
        return path;
    }

    private boolean isBroken(String path) {
        if (broken.contains(path) || brokenInside.contains(path)) {
            return true;
        }
        for (String above = parent(path); !above.isEmpty(); above = parent(above)) {
            if (broken.contains(above)) {
                return true;
            }
        }
        return false;
    }

    private Position placeOf(String path) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            Position place = places.get(at);
            if (place != null) {
                return place;
            }
        }
        return whole;
    }

    private static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }
}
