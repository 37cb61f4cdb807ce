package org.ganglion.distributed.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.distributed.checkpoint.LiveChange;

/** Changes of stimuli that somebody asked for and that are not decided, as far as a node knows. */
public final class AskedChanges {
    private final Map<String, LiveChange> byId = new LinkedHashMap<>();

    /** Takes note of one; of one that is known already nothing comes. */
    public void add(LiveChange change) {
        byId.putIfAbsent(change.id(), change);
    }

    /** Those that are left when the keeper has spoken, in the order in which they were heard of. */
    public List<LiveChange> after(Word word) {
        byId.keySet().removeIf(word::settles);
        return List.copyOf(byId.values());
    }
}
