package org.ganglion.io.sonata.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.TextFile;
import org.ganglion.io.yaml.Yaml;

/**
 * Reads JSON into a tree that knows where everything stands. Comments and commas before a closing bracket are passed over,
 * as files written by hand have them.
 */
public final class JsonFile {
    private static final int MAX_DEPTH = 50;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final String file;

    private JsonFile(String file) {
        this.file = file;
    }

    /**
     * The mapping that the file consists of.
     *
     * @throws SonataException if it cannot be read, is no JSON, or is something else than a mapping
     */
    public static Yaml.Mapping read(Path path) {
        List<SonataException> errors = new ArrayList<>();
        Optional<String> text = TextFile.read(path, (at, message) -> errors.add(new SonataException(at, "", message)));
        return parse(text.orElseThrow(errors::getFirst), path.toString());
    }

    /** The mapping that a text consists of, likewise. */
    public static Yaml.Mapping parse(String text, String file) {
        if (new JsonFile(file).tree(text) instanceof Yaml.Mapping mapping) {
            return mapping;
        }
        throw new SonataException(new Position(file, 1, 1), "", "is not a JSON object; write {...}");
    }

    private Yaml tree(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new SonataException(Position.of(file), "", "the file is empty; a JSON object is needed");
            }
            Yaml tree = node(parser);
            if (parser.nextToken() != null) {
                throw new SonataException(place(parser.currentTokenLocation()), "", "there is more behind the end");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new SonataException(
                    place(e.getLocation()),
                    "",
                    "this is not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " ")
                            + "; check brackets, quotes and commas here");
        } catch (IOException e) {
            throw new SonataException(Position.of(file), "", "cannot be read: " + e.getMessage());
        }
    }

    private Yaml node(JsonParser parser) throws IOException {
        Position at = place(parser.currentTokenLocation());
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, at);
            case START_ARRAY -> {
                List<Yaml> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(node(parser));
                }
                yield new Yaml.Sequence(at, items);
            }
            case VALUE_STRING -> new Yaml.Scalar(at, parser.getText(), false, true);
            default -> new Yaml.Scalar(at, parser.getText(), true, true);
        };
    }

    /** Of a key given twice the last value counts, as other readers have it. */
    private Yaml mapping(JsonParser parser, Position at) throws IOException {
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Position keyAt = place(parser.currentTokenLocation());
            String key = parser.currentName();
            parser.nextToken();
            entries.put(key, new Yaml.Entry(keyAt, node(parser)));
        }
        return new Yaml.Mapping(at, entries);
    }

    private Position place(JsonLocation location) {
        return location == null ? Position.of(file) : new Position(file, location.getLineNr(), location.getColumnNr());
    }
}
