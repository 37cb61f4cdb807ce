package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A node's folder together with those of all nodes that do not share it. What is written is here and, once writing returns,
 * on the disk of one other node as well, if one answers; the small lists go to all. What is read is the copy here, or else
 * that of any node that has one. While all nodes share one folder it is that folder and nothing else.
 */
public final class MirroredDisk implements Disk {
    /** What others were seen to have is not asked again for so long. */
    private static final long FRESH_MS = 300;

    private static final long MOMENT_MS = 200;

    private final String self;
    private final FolderDisk local;
    private final Shelf shelf;
    private final Reach reach;
    private final LongSupplier nowMs;
    private final Consumer<String> log;
    private final Set<Copy> damaged = ConcurrentHashMap.newKeySet();
    private volatile Seen seen = new Seen(Long.MIN_VALUE, Map.of());
    private volatile boolean warned;

    /** What others have. */
    private record Seen(long at, Map<Peer, Map<String, Long>> files) {}

    private record Copy(Peer peer, String name) {}

    /**
     * @param self name of this node
     * @param peers nodes that do not share the folder, whether they answer or not
     * @param nowMs a clock that only goes forward
     */
    public MirroredDisk(
            String self, FolderDisk local, Supplier<List<Peer>> peers, Consumer<String> log, LongSupplier nowMs) {
        this.self = self;
        this.local = local;
        this.shelf = new Shelf(local.root());
        this.reach = new Reach(self, peers, log, nowMs);
        this.nowMs = nowMs;
        this.log = log;
    }

    /** A folder that no other node has part in. */
    public static MirroredDisk alone(FolderDisk local) {
        return new MirroredDisk("", local, List::of, line -> {}, () -> 0);
    }

    FolderDisk local() {
        return local;
    }

    @Override
    public List<String> write(String name, Content content) throws IOException {
        local.write(name, content);
        List<String> nodesWithIt = List.of();
        if (reach.inTurn().isEmpty()) {
            return nodesWithIt;
        }
        if (CopyNames.isForAll(name)) {
            reach.askAll(peer -> Copying.put(local, peer, name));
        } else {
            nodesWithIt = copyToOne(peer -> Copying.put(local, peer, name));
        }
        forget();
        return nodesWithIt;
    }

    /** Whether there is one is decided by this node's folder and by those that answer. */
    @Override
    public boolean create(String name, Content content) throws IOException {
        forget();
        if (exists(name) || !local.create(name, content)) {
            return false;
        }
        if (!reach.inTurn().isEmpty()) {
            reach.askAll(peer -> Copying.put(local, peer, name));
        }
        forget();
        return true;
    }

    /** Has a file that grows on the disk of one other node as well, up to its present length. */
    void copyGrowing(String name) throws IOException {
        if (!reach.inTurn().isEmpty()) {
            copyToOne(peer -> Copying.append(local, peer, name, seenAt(peer, name)));
        }
    }

    private long seenAt(Peer peer, String name) throws IOException {
        return others().getOrDefault(peer, Map.of()).getOrDefault(name, 0L);
    }

    /** Tries one node after the other, for a while also those that hang; the nodes that have it then, this one first. */
    private List<String> copyToOne(Reach.Question<Boolean> copying) throws IOException {
        do {
            for (Peer peer : reach.inTurn()) {
                try {
                    if (reach.ask(peer, copying).isPresent()) {
                        warned = false;
                        return List.of(self, peer.node());
                    }
                } catch (RefusedException e) {
                    log.accept("the disk of " + peer.node() + " refuses a copy: " + e.getMessage());
                }
            }
        } while (mayTurnUp());
        if (!warned) {
            warned = true;
            log.accept("no other node's disk takes copies: what is saved is on this node's alone");
        }
        return List.of(self);
    }

    private Map<Peer, Map<String, Long>> others() throws IOException {
        Seen last = seen;
        boolean fresh = last.at() != Long.MIN_VALUE && nowMs.getAsLong() - last.at() < FRESH_MS;
        return fresh ? last.files() : look();
    }

    private Map<Peer, Map<String, Long>> look() throws IOException {
        Map<Peer, Map<String, Long>> files = reach.askAll(Peer::files);
        seen = new Seen(nowMs.getAsLong(), files);
        return files;
    }

    /** So that whoever asks next sees what has been done. */
    private void forget() {
        seen = new Seen(Long.MIN_VALUE, Map.of());
    }

    /** Who has most of a file and can be trusted with it, in order. */
    private Map<Peer, Long> holders(String name) throws IOException {
        Map<Peer, Long> holders = new LinkedHashMap<>();
        others().forEach((peer, files) -> {
            Long size = files.get(name);
            if (size != null && !damaged.contains(new Copy(peer, name))) {
                holders.put(peer, size);
            }
        });
        return holders;
    }

    private static long longest(Map<Peer, Long> holders) {
        return holders.values().stream().mapToLong(Long::longValue).max().orElse(-1);
    }

    @Override
    public InputStream read(String name) throws IOException {
        Map<Peer, Long> holders = holders(name);
        long most = longest(holders);
        if (local.size(name) >= most) {
            return local.read(name);
        }
        if (holders.isEmpty()) {
            throw new NoSuchFileException(name);
        }
        holders.values().removeIf(size -> size < most);
        List<Peer> whole = List.copyOf(holders.keySet());
        return new PeerStream((offset, length) -> piece(whole, name, offset, length));
    }

    /** From whoever answers first; the same file is the same everywhere. */
    private byte[] piece(List<Peer> holders, String name, long offset, int most) throws IOException {
        for (Peer peer : holders) {
            Optional<byte[]> piece = reach.tryToAsk(peer, p -> p.read(name, offset, most));
            if (piece.isPresent()) {
                return piece.get();
            }
        }
        throw new NoSuchFileException(name);
    }

    @Override
    public boolean hasOtherCopy(String name) throws IOException {
        Map<Peer, Long> holders = holders(name);
        long most = longest(holders);
        if (local.exists(name) && local.size(name) >= most) {
            boolean same = local.size(name) == most;
            if (same) {
                Files.delete(local.root().resolve(name));
            }
            return same;
        }
        for (Map.Entry<Peer, Long> holder : holders.entrySet()) {
            if (holder.getValue() == most) {
                damaged.add(new Copy(holder.getKey(), name));
                return holders.size() > 1 || local.exists(name);
            }
        }
        return false;
    }

    @Override
    public boolean exists(String name) throws IOException {
        return size(name) >= 0;
    }

    /** Length of the longest copy. */
    @Override
    public long size(String name) throws IOException {
        return Math.max(local.size(name), longest(holders(name)));
    }

    @Override
    public List<String> list(String folder) throws IOException {
        Set<String> names = new TreeSet<>(local.list(folder));
        String prefix = folder + "/";
        for (Map<String, Long> files : others().values()) {
            files.keySet().stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()).split("/", 2)[0])
                    .forEach(names::add);
        }
        return List.copyOf(names);
    }

    /** All files that grow, wherever they are. */
    Set<String> growing() throws IOException {
        Set<String> names = new HashSet<>();
        others().values().forEach(files -> names.addAll(files.keySet()));
        names.addAll(shelf.files().keySet());
        names.removeIf(name -> !CopyNames.isGrowing(name));
        return names;
    }

    /** Has a file here, as long as the longest copy; false if nobody has it, or its end could not be fetched. */
    boolean fetch(String name) throws IOException {
        Map<Peer, Long> holders = holders(name);
        long most = longest(holders);
        if (local.size(name) >= most) {
            return local.exists(name);
        }
        if (CopyNames.isWhole(name)) {
            return fetchWhole(name);
        }
        for (Peer peer : holders.keySet()) {
            reach.tryToAsk(peer, p -> Copying.fetchGrowing(shelf, local.size(name), p, name));
        }
        return local.size(name) >= most;
    }

    private boolean fetchWhole(String name) throws IOException {
        try {
            local.write(name, out -> {
                try (InputStream in = read(name)) {
                    in.transferTo(out);
                }
            });
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void rename(String name, String newName) throws IOException {
        boolean here = local.exists(name);
        if (here) {
            local.rename(name, newName);
        }
        boolean elsewhere = !reach.askAll(peer -> {
                    peer.rename(name, newName);
                    return true;
                })
                .isEmpty();
        forget();
        if (!here && !elsewhere) {
            throw new NoSuchFileException(name);
        }
    }

    @Override
    public void deleteFolder(String folder) throws IOException {
        local.deleteFolder(folder);
        damaged.removeIf(copy -> copy.name().startsWith(folder + "/"));
        reach.askAll(peer -> {
            peer.deleteFolder(folder);
            return true;
        });
        forget();
    }

    @Override
    public boolean mayTurnUp() throws IOException {
        if (!reach.unsure()) {
            return false;
        }
        try {
            Thread.sleep(MOMENT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a node's disk did not answer");
        }
        look();
        return true;
    }

    @Override
    public String describe(String name) {
        return local.describe(name);
    }
}
