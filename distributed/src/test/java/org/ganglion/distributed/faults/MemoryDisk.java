package org.ganglion.distributed.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.ganglion.distributed.checkpoint.Disk;

/** A disk that all virtual nodes share, whose files can be damaged. */
final class MemoryDisk implements Disk {
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    @Override
    public List<String> write(String name, Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.writeTo(out);
        files.put(name, out.toByteArray());
        return List.of();
    }

    @Override
    public InputStream read(String name) throws IOException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new FileNotFoundException(name);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean exists(String name) {
        return files.containsKey(name);
    }

    @Override
    public long size(String name) {
        byte[] bytes = files.get(name);
        return bytes == null ? -1 : bytes.length;
    }

    @Override
    public List<String> list(String folder) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .map(name -> name.substring(folder.length() + 1).split("/", 2)[0])
                .distinct()
                .toList();
    }

    @Override
    public void rename(String name, String newName) throws IOException {
        byte[] bytes = files.remove(name);
        if (bytes == null) {
            throw new FileNotFoundException(name);
        }
        files.put(newName, bytes);
    }

    @Override
    public void deleteFolder(String folder) {
        files.keySet().removeIf(name -> name.startsWith(folder + "/"));
    }

    @Override
    public String describe(String name) {
        return name;
    }

    /** Tears or changes one file. Without the list of changes that were made nobody can go on, so that stays whole. */
    void damage(RandomGenerator random) {
        List<String> names = files.keySet().stream()
                .filter(name -> !name.contains("/changes-"))
                .toList();
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = files.get(name).clone();
        if (random.nextBoolean()) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        } else {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        files.put(name, bytes);
    }
}
