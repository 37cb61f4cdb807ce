package org.ganglion.io.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document into a tree.
 *
 * <p>Aliases share what they refer to, so a document that unfolds to billions of nodes costs no more than its text.
 * Merge keys are followed. A key given twice is reported, and its first value taken.
 */
public final class YamlParser {
    private static final int MAX_DEPTH = 50;
    private static final String MERGE = "<<";

    private final Position whole;
    private final boolean lines;
    private final BiConsumer<Position, String> report;
    private final Map<Anchor, Yaml> anchors = new HashMap<>();
    private Iterator<Event> events = List.<Event>of().iterator();
    private int depth;

    private YamlParser(Position whole, boolean lines, BiConsumer<Position, String> report) {
        this.whole = whole;
        this.lines = lines;
        this.report = report;
    }

    /**
     * The document, or nothing where there is none or where it cannot be read at all.
     *
     * @param report is told every mistake with its place
     */
    public static Optional<Yaml> parse(String text, String file, BiConsumer<Position, String> report) {
        return new YamlParser(Position.of(file), true, report).document(text);
    }

    /** The same for a text that is no file, such as an argument: all of it stands at one place. */
    public static Optional<Yaml> parseArgument(String text, Position at, BiConsumer<Position, String> report) {
        return new YamlParser(at, false, report).document(text);
    }

    private Optional<Yaml> document(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(whole.file())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            events = new Parse(settings).parseString(text).iterator();
            Optional<Yaml> root = Optional.empty();
            while (events.hasNext()) {
                Event event = events.next();
                boolean node = event instanceof NodeEvent;
                if (node && root.isEmpty()) {
                    root = Optional.of(node(event));
                } else if (node) {
                    throw new Mistake(position(event), "a second document starts here; keep one in a file");
                }
            }
            return root.filter(r -> !(r instanceof Yaml.Scalar scalar && scalar.isEmpty()));
        } catch (Mistake mistake) {
            report.accept(mistake.at, mistake.text);
        } catch (MarkedYamlEngineException e) {
            report.accept(e.getProblemMark().map(this::position).orElse(whole), "this is not YAML: " + words(e));
        } catch (YamlEngineException e) {
            report.accept(whole, "this is not YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private Yaml node(Event event) {
        if (++depth > MAX_DEPTH) {
            throw new Mistake(position(event), "nested more than " + MAX_DEPTH + " levels deep; nothing in a model is");
        }
        Yaml node =
                switch (event) {
                    case AliasEvent alias -> aliased(alias);
                    case ScalarEvent scalar -> scalar(scalar);
                    case SequenceStartEvent start -> sequence(start);
                    case MappingStartEvent start -> mapping(start);
                    default -> throw new IllegalStateException(event.toString());
                };
        if (!(event instanceof AliasEvent) && event instanceof NodeEvent anchored) {
            anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        }
        depth--;
        return node;
    }

    private Yaml aliased(AliasEvent event) {
        Yaml node = anchors.get(event.getAlias());
        if (node == null) {
            throw new Mistake(
                    position(event), "*" + event.getAlias() + " refers to no anchor that is complete before it");
        }
        return node;
    }

    private Yaml scalar(ScalarEvent event) {
        event.getTag().filter(tag -> !tag.startsWith("tag:yaml.org,2002:")).ifPresent(tag -> {
            throw new Mistake(position(event), "the tag " + tag + " means nothing here; remove it");
        });
        int quotes = event.isPlain() ? 0 : 2;
        Optional<Mark> start = event.getStartMark();
        Optional<Mark> end = event.getEndMark();
        boolean inLine = lines
                && start.isPresent()
                && end.isPresent()
                && start.get().getLine() == end.get().getLine()
                && end.get().getColumn() - start.get().getColumn()
                        == event.getValue().length() + quotes;
        return new Yaml.Scalar(position(event), event.getValue(), event.isPlain(), inLine);
    }

    private Yaml sequence(SequenceStartEvent start) {
        List<Yaml> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event));
            event = events.next();
        }
        return new Yaml.Sequence(position(start), items);
    }

    private Yaml mapping(MappingStartEvent start) {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        Map<String, Yaml.Entry> merged = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            Position keyAt = position(event);
            if (!(node(event) instanceof Yaml.Scalar key)) {
                throw new Mistake(keyAt, "a key must be a single word, not a list or a mapping");
            }
            Yaml value = node(events.next());
            Yaml.Entry first = entries.get(key.text());
            if (key.plain() && key.text().equals(MERGE)) {
                merge(value, merged);
            } else if (first == null) {
                entries.put(key.text(), new Yaml.Entry(keyAt, value));
            } else {
                report.accept(
                        keyAt,
                        "the key \"" + key.text() + "\" is already in line "
                                + first.keyAt().line() + "; remove or rename one of them");
            }
            event = events.next();
        }
        merged.forEach(entries::putIfAbsent);
        return new Yaml.Mapping(position(start), entries);
    }

    private static void merge(Yaml value, Map<String, Yaml.Entry> into) {
        switch (value) {
            case Yaml.Mapping mapping -> mapping.entries().forEach(into::putIfAbsent);
            case Yaml.Sequence sequence
            when sequence.items().stream().allMatch(i -> i instanceof Yaml.Mapping) ->
                sequence.items().forEach(item -> merge(item, into));
            default -> throw new Mistake(value.at(), "<< takes a mapping or a list of mappings");
        }
    }

    private Position position(Event event) {
        return event.getStartMark().map(this::position).orElse(whole);
    }

    private Position position(Mark mark) {
        return lines ? new Position(whole.file(), mark.getLine() + 1, mark.getColumn() + 1) : whole;
    }

    private static String words(MarkedYamlEngineException e) {
        String problem = oneLine(String.valueOf(e.getProblem()));
        String context = e.getContext() == null ? "" : " " + oneLine(e.getContext());
        return problem + context + "; check indentation, brackets and quotes here";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Ends reading at the first mistake after which the rest has no meaning. */
    private static final class Mistake extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Position at;
        private final String text;

        Mistake(Position at, String text) {
            super(null, null, false, false);
            this.at = at;
            this.text = text;
        }
    }
}
