package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;

/** The synapse models that can be named in a file. */
public final class SynapseModels {
    public static final List<SynapseModel> ALL = List.of(
            new StaticSynapse(),
            new BernoulliSynapse(),
            new TsodyksSynapse(),
            new Tsodyks2Synapse(),
            new StdpSynapse(),
            new StdpNnSymmSynapse(),
            new StdpPlSynapseHom(),
            new StdpTripletSynapse(),
            new VogelsSprekelerSynapse(),
            new StdpDopamineSynapse());

    private SynapseModels() {}

    public static List<String> names() {
        return ALL.stream().map(SynapseModel::name).toList();
    }

    public static Optional<SynapseModel> find(String name) {
        return ALL.stream().filter(m -> m.name().equals(name)).findFirst();
    }
}
