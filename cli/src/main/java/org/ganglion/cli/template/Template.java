package org.ganglion.cli.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.ganglion.cli.model.UserException;
import org.ganglion.network.spec.Suggestion;

/** A small model file that is made to be changed, and says in comments what to try. */
public enum Template {
    NEURON("neuron", "one neuron, a current and its voltage", "neuron.yaml"),
    NETWORK("network", "excitatory and inhibitory neurons, wired at random", "network.yaml"),
    LEARNING("learning", "synapses that follow the timing of spikes", "learning.yaml"),
    SPACE("space", "a sheet of neurons wired to their neighbours", "space.yaml"),
    AREAS("areas", "two areas far from each other, for runs on several nodes", "areas.yaml"),
    OWN_MODEL("own-model", "a neuron model of your own, in Java", "own-model.yaml", "OwnNeuron.java"),
    PROGRAM("program", "a network described by a Java program", "Program.java");

    private final String title;
    private final String says;
    private final String file;
    private final String companion; // empty if there is none

    Template(String title, String says, String file, String companion) {
        this.title = title;
        this.says = says;
        this.file = file;
        this.companion = companion;
    }

    Template(String title, String says, String file) {
        this(title, says, file, "");
    }

    /** What it is called on the command line. */
    public String title() {
        return title;
    }

    /** What is in it, in a few words. */
    public String says() {
        return says;
    }

    /** The name that its model file has unless another is chosen. */
    public String file() {
        return file;
    }

    /** Names of files that stand beside the model file. */
    public List<String> companions() {
        return companion.isEmpty() ? List.of() : List.of(companion);
    }

    /** The names of all templates. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(Template::title).toList();
    }

    /**
     * The template of a name.
     *
     * @throws UserException if there is none, with the one that was probably meant
     */
    public static Template named(String title) {
        return Arrays.stream(values())
                .filter(t -> t.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new UserException("ganglion: " + Suggestion.unknown("template", title, titles())));
    }

    /** The text of its model file, or of one of its companions. */
    static String text(String file) {
        try (InputStream in = Template.class.getResourceAsStream("/org/ganglion/cli/template/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the template " + file + " is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the template " + file + " cannot be read", e);
        }
    }
}
