package org.ganglion.cli.shell;

import java.util.List;

/** What the shell says of itself, and what it imports. */
final class Words {
    /** Statements before the first of the user. */
    static final List<String> IMPORTS = List.of(
            "import java.util.*;",
            "import java.nio.file.*;",
            "import org.ganglion.network.*;",
            "import org.ganglion.network.connect.*;",
            "import org.ganglion.network.random.*;",
            "import org.ganglion.network.spec.*;",
            "import org.ganglion.simulator.*;",
            "import static org.ganglion.network.NetworkBuilder.*;",
            "import org.ganglion.cli.shell.*;",
            "import static org.ganglion.cli.shell.Desk.*;");

    static final String HINT = """
            Ganglion's shell: Java statements, and some short words; help() lists them, Ctrl-D leaves.
              network("brunel.yaml")          reads a network
              run(100)                        runs it on for 100 ms
              rates()   raster()              looks at what it did
              set("g", 4.5)                   changes it; it begins anew""";

    static final String HELP = """
            network("FILE"), network("FILE", "g=4.5")   reads a model file
            network(experiment)                         takes one made with NetworkBuilder
            network()                                   tells what it is, and how far it has been run
            last(), last("FOLDER")                      loads the newest run below runs/, or another one
            run(100), run("2 s")                        runs on
            rates()                                     rates of populations in the last run
            raster(), raster("E")                       draws spikes of the last run
            voltage("E", 3)                             draws the voltage of a neuron in the last run
            watch("E", 17)                              records one more neuron
            weights("E-E")                              weights of a projection now
            spikes()                                    all spikes: size(), timesMs("E", 3), between(0, 50)
            set("g", 4.5), set("J", "0.2 mV")           changes a parameter; the network begins anew at 0 ms
            change("background", "rate", "12 kHz")      changes a stimulus from now on
            pictures("FOLDER")                          writes raster.png
            session()                                   all of it as an object, for statements of your own""";

    private Words() {}
}
