package org.ganglion.network.wiring;

/** Every target draws the same number of sources among those that lie near enough. */
public final class ChosenSources implements Wiring {
    private final NearbyChoice choice;
    private final int indegree;
    private final int targets;

    /** @throws ImpossibleWiring where a target has too few */
    public ChosenSources(NearbyChoice choice, int indegree, int targets) {
        this.choice = choice;
        this.indegree = indegree;
        this.targets = targets;
        TargetChunks.forEach(targets, () -> choice.new Drawer()::look);
    }

    @Override
    public int inDegree(int target) {
        return indegree;
    }

    @Override
    public int maxInDegree() {
        return targets == 0 ? 0 : indegree;
    }

    @Override
    public long synapses() {
        return (long) indegree * targets;
    }

    @Override
    public void sources(int target, int[] out) {
        choice.new Drawer().draw(target, out);
    }
}
