package org.ganglion.distributed.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.ganglion.distributed.checkpoint.ChangeFiles;
import org.ganglion.distributed.checkpoint.FolderDisk;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.distributed.protocol.KeeperRules;
import org.ganglion.distributed.protocol.LiveChanges;
import org.ganglion.distributed.protocol.OnFailure;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.record.RunFolder;
import org.ganglion.simulator.group.GroupState;

/**
 * What all nodes of a run agree on, as two files of its folder: {@code network.json}, the configuration, and
 * {@code cluster.properties}, the rest. Written when the run is started or resumed, and not changed by its nodes.
 *
 * @param groups that the network is dealt to
 * @param nodes that are expected at the start
 * @param threads of each node that the run's command starts
 * @param describedHash hash of the network in {@code network.json}: that of the identity, unless stimuli were changed when the
 *     run was resumed
 */
public record SharedRun(
        RunIdentity identity,
        Leg leg,
        int groups,
        int nodes,
        int threads,
        long everyMs,
        long everySteps,
        OnFailure onFailure,
        String describedHash) {

    /** A run of the network that it began with. */
    public SharedRun(
            RunIdentity identity,
            Leg leg,
            int groups,
            int nodes,
            int threads,
            long everyMs,
            long everySteps,
            OnFailure onFailure) {
        this(identity, leg, groups, nodes, threads, everyMs, everySteps, onFailure, identity.networkHash());
    }

    public static final String NETWORK = RunFolder.NETWORK_JSON;
    public static final String CLUSTER = RunFolder.CLUSTER_PROPERTIES;

    /** What the keeper is held to. */
    public KeeperRules rules(long endStep) {
        return new KeeperRules(groups, leg, endStep, everyMs, everySteps, onFailure);
    }

    /** Writes both files. */
    public void write(Path folder, Config config) throws IOException {
        new FolderDisk(folder)
                .write(
                        NETWORK,
                        out -> out.write(
                                ConfigWriter.toJson(config).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Properties lines = new Properties();
        lines.setProperty("run", identity.run());
        lines.setProperty("network-hash", identity.networkHash());
        lines.setProperty("described-hash", describedHash);
        lines.setProperty("leg", Integer.toString(leg.number()));
        lines.setProperty("leg-first-step", Long.toString(leg.firstStep()));
        lines.setProperty("leg-spikes-before", Long.toString(leg.before().spikes()));
        lines.setProperty("leg-spike-hash-before", Long.toString(leg.before().spikeHash()));
        lines.setProperty(
                "leg-synaptic-events-before", Long.toString(leg.before().synapticEvents()));
        lines.setProperty("groups", Integer.toString(groups));
        lines.setProperty("nodes", Integer.toString(nodes));
        lines.setProperty("threads", Integer.toString(threads));
        lines.setProperty("checkpoint-every-ms", Long.toString(everyMs));
        lines.setProperty("checkpoint-every-steps", Long.toString(everySteps));
        lines.setProperty("on-failure", onFailure.name());
        write(folder.resolve(CLUSTER), lines);
    }

    static void write(Path file, Properties lines) throws IOException {
        write(AsideFile.of(file), lines);
    }

    /** Several may write the same file, but not the same one aside. */
    static void write(AsideFile file, Properties lines) throws IOException {
        file.write(aside -> {
            try (OutputStream out = Files.newOutputStream(aside)) {
                lines.store(out, "Ganglion");
            }
        });
    }

    static Properties properties(Path file) throws IOException {
        Properties lines = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            lines.load(in);
        }
        return lines;
    }

    /** Reads the second file. */
    public static SharedRun read(Path folder) throws IOException {
        Path file = folder.resolve(CLUSTER);
        Properties lines = properties(file);
        try {
            GroupState.Totals before = new GroupState.Totals(
                    number(lines, "leg-spikes-before"),
                    number(lines, "leg-spike-hash-before"),
                    number(lines, "leg-synaptic-events-before"));
            return new SharedRun(
                    new RunIdentity(lines.getProperty("run"), lines.getProperty("network-hash")),
                    new Leg((int) number(lines, "leg"), number(lines, "leg-first-step"), before),
                    (int) number(lines, "groups"),
                    (int) number(lines, "nodes"),
                    (int) number(lines, "threads"),
                    number(lines, "checkpoint-every-ms"),
                    number(lines, "checkpoint-every-steps"),
                    OnFailure.valueOf(lines.getProperty("on-failure")),
                    lines.getProperty("described-hash", lines.getProperty("network-hash")));
        } catch (RuntimeException e) {
            throw new IOException(file + ": is not what a run writes (" + e.getMessage() + ")", e);
        }
    }

    /** The network with what was changed of its stimuli while the run went on. */
    public Config changed(Config described, ChangeFiles changes) throws IOException {
        return described.with(LiveChanges.applied(described.experiment(), changes.of(leg.number())));
    }

    private static long number(Properties lines, String key) {
        return Long.parseLong(lines.getProperty(key));
    }

    /**
     * Reads the first file.
     *
     * @throws IOException if it is not the network that the run began with
     */
    public Config network(Path folder) throws IOException {
        Path file = folder.resolve(NETWORK);
        Config config = ConfigReader.read(file, Overrides.NONE);
        String hash = ConfigWriter.networkHash(config.experiment());
        if (!hash.equals(describedHash)) {
            throw new IOException(file + ": is network " + hash + ", but the run is of network " + describedHash
                    + "; a run can only be continued with the network that it began with");
        }
        return config;
    }
}
