package org.ganglion.io.sonata;

import java.util.Optional;
import org.ganglion.io.sonata.source.H5Group;

/** The groups, named by numbers, in which a population keeps what its nodes or edges have for themselves. */
final class AttributeGroups {
    private AttributeGroups() {}

    /**
     * The group that a node or edge is in. It may be missing only where a population has no such group at all, and all are in
     * group 0.
     *
     * @param dataset that says in which group it is
     * @param entry of the dataset
     */
    static Optional<H5Group> find(H5Group population, long id, String dataset, long entry) {
        Optional<H5Group> found = population.group(Long.toString(id));
        if (found.isEmpty()) {
            String there = String.join(", ", population.numbered().keySet());
            if (id != 0 || !there.isEmpty()) {
                throw population.wrong(
                        dataset,
                        "entry " + entry + " is " + id + ", but there is no group " + population.path(Long.toString(id))
                                + (there.isEmpty() ? "" : " (there is: " + there + ")")
                                + "; name one that is there, or add an empty one");
            }
        }
        return found;
    }
}
