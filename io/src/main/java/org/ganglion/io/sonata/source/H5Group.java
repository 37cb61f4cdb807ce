package org.ganglion.io.sonata.source;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.dataset.DatasetBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A group of an HDF5 file. */
public final class H5Group {
    private final H5File file;
    private final Group group;

    H5Group(H5File file, Group group) {
        this.file = file;
        this.group = group;
    }

    public H5File file() {
        return file;
    }

    public String path(String name) {
        String own = group.getPath();
        return own.endsWith("/") ? own + name : own + "/" + name;
    }

    public String path() {
        String own = path("");
        return own.substring(0, Math.max(1, own.length() - 1));
    }

    /** A complaint about something in this group. */
    public SonataException wrong(String name, String what) {
        return file.wrong(path(name), what);
    }

    /** Groups in this one, by name in rising order. */
    public Map<String, H5Group> groups() {
        Map<String, H5Group> found = new LinkedHashMap<>();
        for (Node node : children()) {
            if (node instanceof Group below) {
                found.put(node.getName(), new H5Group(file, below));
            }
        }
        return found;
    }

    /** Groups in this one that have numbers for names, in the same order. */
    public Map<String, H5Group> numbered() {
        Map<String, H5Group> found = groups();
        found.keySet().removeIf(name -> !name.matches("[0-9]+"));
        return found;
    }

    /** Names of the datasets in this group, rising. */
    public List<String> datasets() {
        return children().stream()
                .filter(node -> node instanceof Dataset)
                .map(Node::getName)
                .toList();
    }

    private List<Node> children() {
        return file.guarded(path(), () -> {
            List<Node> nodes = new ArrayList<>(group.getChildren().values());
            nodes.sort(Comparator.comparing(Node::getName));
            return nodes;
        });
    }

    private Optional<Node> child(String name) {
        return file.guarded(
                path(name), () -> Optional.ofNullable(group.getChildren().get(name)));
    }

    public Optional<H5Group> group(String name) {
        return child(name).filter(node -> node instanceof Group).map(node -> new H5Group(file, (Group) node));
    }

    /**
     * A group that must be there.
     *
     * @param what it holds, for the message
     */
    public H5Group requireGroup(String name, String what) {
        return group(name).orElseThrow(() -> wrong(name, "there is no such group; " + what + " are expected there"));
    }

    /** Numbers of a dataset. */
    public Optional<H5Column> column(String name) {
        return dataset(name).map(dataset -> H5Column.of(file, path(name), dataset));
    }

    public H5Column requireColumn(String name) {
        return column(name).orElseThrow(() -> wrong(name, "there is no such dataset; it is needed"));
    }

    private Optional<DatasetBase> dataset(String name) {
        return child(name).map(node -> {
            if (node instanceof DatasetBase dataset) {
                return dataset;
            }
            throw wrong(name, "is not a dataset, but one is needed");
        });
    }

    /** Whether a dataset holds texts. */
    public boolean holdsTexts(String name) {
        return dataset(name)
                .filter(d -> file.guarded(path(name), d::getJavaType) == String.class)
                .isPresent();
    }

    /**
     * Texts of a dataset.
     *
     * @param most entries that are expected
     */
    public String[] texts(String name, long most) {
        DatasetBase dataset = dataset(name).orElseThrow(() -> wrong(name, "there is no such dataset; it is needed"));
        return file.guarded(path(name), () -> {
            if (dataset.isEmpty() || dataset.getSize() == 0) {
                return new String[0];
            }
            if (dataset.getSize() > most || dataset.getSize() > file.size() * H5Column.LARGEST_RATIO) {
                throw wrong(name, "has " + dataset.getSize() + " entries; at most " + most + " are expected");
            }
            Object data = dataset.getData();
            if (data instanceof String one) {
                return new String[] {one};
            }
            if (data instanceof String[] texts) {
                return texts;
            }
            throw wrong(name, "does not hold texts, one for each entry");
        });
    }

    /** All attributes of this group as texts, by name in rising order. */
    public Map<String, String> attributes() {
        return file.guarded(path(), () -> {
            Map<String, String> texts = new TreeMap<>();
            group.getAttributes().forEach((name, attribute) -> texts.put(name, text(attribute.getData())));
            return texts;
        });
    }

    private static String text(@Nullable Object data) {
        return switch (data) {
            case null -> "";
            case long[] numbers -> Arrays.toString(numbers);
            case int[] numbers -> Arrays.toString(numbers);
            case double[] numbers -> Arrays.toString(numbers);
            case Object[] values -> Arrays.toString(values);
            default -> data.toString();
        };
    }

    /** Numbers of a dataset with two dimensions, read by whole rows. */
    public Optional<H5Column> rows(String name) {
        return dataset(name).map(dataset -> H5Column.ofRows(file, path(name), dataset));
    }

    /** A text that is an attribute of this group. */
    public Optional<String> attribute(String name) {
        return attributeOf(group, path(), name);
    }

    /** A text that is an attribute of a dataset in this group. */
    public Optional<String> attribute(String dataset, String name) {
        return child(dataset).flatMap(node -> attributeOf(node, path(dataset), name));
    }

    /** A number that is an attribute of a dataset in this group. */
    public OptionalDouble number(String dataset, String name) {
        Optional<Node> node = child(dataset);
        return node.isEmpty()
                ? OptionalDouble.empty()
                : file.guarded(path(dataset), () -> {
                    Attribute attribute = node.get().getAttributes().get(name);
                    return attribute != null && attribute.getData() instanceof Number number
                            ? OptionalDouble.of(number.doubleValue())
                            : OptionalDouble.empty();
                });
    }

    private Optional<String> attributeOf(Node node, String where, String name) {
        return file.guarded(where, () -> {
            Attribute attribute = node.getAttributes().get(name);
            Object data = attribute == null ? null : attribute.getData();
            return switch (data) {
                case String text -> Optional.of(text);
                case String[] texts when texts.length > 0 -> Optional.of(texts[0]);
                case null, default -> Optional.<String>empty();
            };
        });
    }
}
