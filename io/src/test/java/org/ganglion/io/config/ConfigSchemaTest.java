package org.ganglion.io.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.io.yaml.YamlParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ConfigSchemaTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();
    private static final Path FILE = ROOT.resolve("docs/schema/ganglion.schema.json");
    private static final String WRITE = "ganglion.schema.write";

    @Test
    void theFileForEditorsIsInStep() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, ConfigSchema.toJson());
        }
        String regenerate = "write it anew: ./mvnw -pl network-models,simulator,io test -Dtest=ConfigSchemaTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true";
        assertEquals(ConfigSchema.toJson(), Files.exists(FILE) ? Files.readString(FILE) : "", regenerate);
    }

    @Test
    void theSchemaIsItselfValid() {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012));
        assertEquals(Set.of(), meta.validate(ConfigSchema.toJson(), InputFormat.JSON));
    }

    @Test
    void modelsThatAreReadAreValid() throws IOException {
        assertEquals(Set.of(), validate(ConfigReaderTest.brunel()));
        assertEquals(Set.of(), validate(Models.SOUND));
        assertEquals(Set.of(), validate(manual()));
        assertEquals(Set.of(), validate(ConfigWriter.toJson(Models.read(ConfigReaderTest.brunel()))));
        for (Path example : examples()) {
            assertEquals(Set.of(), validate(Files.readString(example)), example.toString());
        }
    }

    @Test
    void aFileThatStandsForACircuitIsValid() {
        assertEquals(Set.of(), validate("sonata: {file: circuit/simulation_config.json}\nsimulation: {groups: 4}\n"));
        assertFalse(validate("sonata: {skip_unsupported: true}\n").isEmpty());
        assertFalse(validate("simulation: {groups: 4}\n").isEmpty());
        assertFalse(
                validate(Models.SOUND.replaceFirst("duration: [^,}]*,?", "")).isEmpty());
    }

    @Test
    void keysAndTypesThatAreNotReadAreInvalid() {
        List<String> broken = List.of(
                Models.SOUND + "outptu: {}\n",
                Models.SOUND.replace("size: 25", "sise: 25"),
                Models.SOUND.replace("model: parrot_neuron", "model: parrot"),
                Models.SOUND.replace("dt: 0.1 ms", "dt: 0.1"),
                Models.SOUND.replace("size: 25}", "size: 25, parameters: {tau: 3 ms}}"),
                Models.SOUND.replace("size: 25}", "size: 25, parameters: {tau_m: 3}}"),
                Models.SOUND.replace("size: 25}", "size: 25, initial: {V_m: {distribution: normal, mean: 1 mV}}}"),
                Models.SOUND + "projections: {p: {from: E, to: I, rule: fixed_indegree, weight: J, delay: 1 ms}}\n",
                Models.SOUND + "projections: {p: {from: E, to: I, rule: all_to_all, weight: J, delay: 1 ms,"
                        + " synapse: {model: stdp_synapse, lamda: 0.1}}}\n",
                Models.SOUND + "recorders: {r: {type: state, from: E}}\n");
        for (String text : broken) {
            assertFalse(validate(text).isEmpty(), text);
            assertFalse(Models.errors(text, Overrides.NONE).isEmpty(), text);
        }
    }

    @Test
    void theExampleOfTheManualIsRead() throws IOException {
        Config config = Models.read(manual());
        assertEquals(1000, config.experiment().network().neurons());
        assertEquals(4, config.experiment().network().projections().size());
    }

    private static String manual() throws IOException {
        String text = Files.readString(ROOT.resolve("docs/config.md"));
        int start = text.indexOf("```yaml\n") + "```yaml\n".length();
        return text.substring(start, text.indexOf("```", start));
    }

    private static Set<ValidationMessage> validate(String text) {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ConfigSchema.toJson());
        Yaml yaml = YamlParser.parse(text, "model.yaml", (at, message) -> fail(at + message))
                .orElseThrow();
        return schema.validate(new ObjectMapper().<JsonNode>valueToTree(plain(yaml)));
    }

    /** A document as an editor sees it, with aliases and merge keys resolved. */
    private static @Nullable Object plain(Yaml yaml) {
        return switch (yaml) {
            case Yaml.Mapping mapping -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                mapping.entries().forEach((key, entry) -> map.put(key, plain(entry.value())));
                yield map;
            }
            case Yaml.Sequence sequence ->
                sequence.items().stream().map(ConfigSchemaTest::plain).toList();
            case Yaml.Scalar scalar
            when scalar.plain() -> new Load(LoadSettings.builder().build()).loadFromString(scalar.text());
            case Yaml.Scalar scalar -> scalar.text();
        };
    }

    private static List<Path> examples() throws IOException {
        Path folder = ROOT.resolve("examples");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> !f.toString().contains("target"))
                    .sorted()
                    .toList();
        }
    }
}
