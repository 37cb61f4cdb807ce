package org.ganglion.cli;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import io.jhdf.HdfFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A stand-in for the command, which loads what the command will load; replaced when the command is there. */
@Command(name = "ganglion", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    private Main() {}

    @CommandLine.Parameters(arity = "0..*", description = "ignored")
    private String[] words = {};

    @Override
    public void run() {
        System.out.println("ganglion " + String.join(" ", words));
        Object yaml = new Load(LoadSettings.builder().build()).loadFromString("a: 1");
        System.out.println(yaml);
        Behavior<String> root = Behaviors.receive(String.class)
                .onMessage(String.class, text -> {
                    System.out.println(text);
                    return Behaviors.stopped();
                })
                .build();
        ActorSystem<String> system = ActorSystem.create(root, "ganglion");
        system.tell("an actor says hello");
        system.getWhenTerminated().toCompletableFuture().join();
        try {
            Path file = Files.createTempFile("probe", ".h5");
            try (var hdf = HdfFile.write(file)) {
                hdf.putDataset("spikes", new long[] {1, 2, 3});
            }
            Files.delete(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (List.of(words).contains("spin")) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (List.of(words).contains("fail")) {
            System.exit(2);
        }
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
