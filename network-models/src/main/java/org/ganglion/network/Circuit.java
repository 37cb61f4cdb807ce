package org.ganglion.network;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.ganglion.network.spec.DescribedFile;

/**
 * The files that a network was read from as a whole, and the names its neurons have there. Two circuits are equal if what
 * is in their files and how they were read are.
 *
 * @param config the configuration file; its SHA-256 is over it and all files that it names, in a fixed order
 * @param partial whether what cannot be simulated was left out
 * @param members by population of the network
 * @param inherited what the files say beside the network itself
 */
public record Circuit(DescribedFile config, boolean partial, Map<String, Members> members, Inherited inherited) {
    public Circuit {
        members = Map.copyOf(members);
    }

    /**
     * What a population is called in the files, where it may be a part of a larger one.
     *
     * @param population its name there
     * @param ids of its neurons there; kept, so not to be written any more
     * @param recorded whether its spikes are results rather than input
     */
    public record Members(String population, long[] ids, boolean recorded) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Members same
                    && same.population.equals(population)
                    && same.recorded == recorded
                    && Arrays.equals(same.ids, ids);
        }

        @Override
        public int hashCode() {
            return Objects.hash(population, recorded, Arrays.hashCode(ids));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Circuit same
                && same.partial == partial
                && same.config.sha256().equals(config.sha256());
    }

    @Override
    public int hashCode() {
        return config.sha256().hashCode();
    }
}
