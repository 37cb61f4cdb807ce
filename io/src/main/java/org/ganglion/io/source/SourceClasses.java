package org.ganglion.io.source;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;

/** Classes made from source in memory; knows the texts that they were made from. */
public final class SourceClasses extends ClassLoader {
    /** Name of the loader, by which frames of a stack trace are known to be of such source. */
    static final String LOADER = "model";

    private final Map<String, byte[]> classes;
    private final SortedMap<String, String> sources;

    SourceClasses(Map<String, byte[]> classes, Map<String, String> sources) {
        super(LOADER, SourceClasses.class.getClassLoader());
        this.classes = classes;
        this.sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /** Those that the models of an experiment belong to; none where all models are Ganglion's own. */
    public static Set<SourceClasses> of(Experiment experiment) {
        Set<SourceClasses> found = new LinkedHashSet<>();
        Stream.concat(
                        experiment.network().populations().stream().map(Population::model),
                        experiment.network().projections().stream()
                                .map(Projection::synapse)
                                .map(s -> (Object) s.model()))
                .map(model -> model.getClass().getClassLoader())
                .forEach(loader -> {
                    if (loader instanceof SourceClasses own) {
                        found.add(own);
                    }
                });
        return found;
    }

    /** Texts by the names of their files. */
    public SortedMap<String, String> sources() {
        return sources;
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(classes.keySet());
    }

    public boolean holds(String className) {
        return classes.containsKey(className);
    }

    /** A class that is known to be there. */
    public Class<?> get(String className) {
        try {
            return Class.forName(className, false, this);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
