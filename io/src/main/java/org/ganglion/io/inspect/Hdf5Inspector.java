package org.ganglion.io.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.sonata.source.SonataException;

/** Looks into HDF5 files: spikes, reports, rates, weights, nodes and edges. */
public final class Hdf5Inspector {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final List<String> PARTS = List.of("nodes", "edges", "spikes", "report", "rates", "weights");
    /** The same in every file: who wrote its bytes, and what is told below where it is wrong. */
    private static final Set<String> UNTOLD = Set.of("_jHDF", "magic");

    private static final String MAGIC = Integer.toString(0x0A7A);

    private final Inspection to = new Inspection();
    private final KnownNodes known;

    private Hdf5Inspector(KnownNodes known) {
        this.known = known;
    }

    /** Whether a file begins as one of HDF5. */
    public static boolean isHdf5(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
        }
    }

    /**
     * Looks into a file.
     *
     * @param known nodes of files before it, by which ids are judged; those of this one are added
     */
    public static Inspection of(Path file, KnownNodes known) {
        Hdf5Inspector inspector = new Hdf5Inspector(known);
        try (H5File hdf5 = H5File.open(file)) {
            inspector.file(hdf5.root());
        } catch (SonataException e) {
            inspector.to.wrong(e.path(), e.what());
        }
        return inspector.to;
    }

    private void file(H5Group root) {
        Map<String, String> attributes = root.attributes();
        attributes.forEach((name, value) -> {
            if (!UNTOLD.contains(name)) {
                to.tell("attribute " + name + " = " + value);
            }
        });
        Map<String, H5Group> groups = root.groups();
        boolean any = false;
        for (String part : PARTS) {
            H5Group group = groups.get(part);
            if (group != null) {
                any = true;
                part(part, group);
            }
        }
        if (!any) {
            to.wrong(
                    "/",
                    "there is none of the groups " + String.join(", ", PARTS)
                            + "; it is no file of SONATA or Ganglion");
            return;
        }
        if (!attributes.containsKey("magic")) {
            to.wrong("/", "the attribute magic is missing; SONATA has 2682 (0x0A7A) there");
        } else if (!attributes.get("magic").replaceAll("[\\[\\]]", "").equals(MAGIC)) {
            to.wrong("/", "the attribute magic is " + attributes.get("magic") + "; SONATA has 2682 (0x0A7A) there");
        }
        if (!attributes.containsKey("version")) {
            to.wrong("/", "the attribute version is missing; SONATA has two numbers there, such as 0 and 1");
        }
    }

    private void part(String name, H5Group group) {
        if (name.equals("spikes") && group.datasets().contains("timestamps")) {
            population(name, "", group); // the older layout knows no populations
            return;
        }
        Map<String, H5Group> populations = group.groups();
        if (populations.isEmpty()) {
            to.wrong(group.path(), "there is nothing in this group");
        }
        populations.forEach((population, own) -> population(name, population, own));
    }

    private void population(String part, String name, H5Group group) {
        try {
            switch (part) {
                case "nodes" -> new NodesInspector(to, known).look(name, group);
                case "edges" -> new EdgesInspector(to, known).look(name, group);
                case "spikes" -> new SpikesInspector(to, known).look(name, group);
                case "report" -> new ReportInspector(to, known).look(name, group);
                case "weights" -> WeightsInspector.look(to, name, group);
                default -> RatesInspector.look(to, name, group);
            }
        } catch (SonataException e) {
            to.wrong(e.path(), e.what());
        }
    }
}
