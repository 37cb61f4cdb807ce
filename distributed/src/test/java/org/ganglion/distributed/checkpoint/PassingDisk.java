package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Passes all on to a folder, for disks that do one thing otherwise. */
public class PassingDisk implements Disk {
    private final FolderDisk disk;

    protected PassingDisk(FolderDisk disk) {
        this.disk = disk;
    }

    @Override
    public List<String> write(String name, Content content) throws IOException {
        return disk.write(name, content);
    }

    @Override
    public InputStream read(String name) throws IOException {
        return disk.read(name);
    }

    @Override
    public boolean exists(String name) {
        return disk.exists(name);
    }

    @Override
    public long size(String name) throws IOException {
        return disk.size(name);
    }

    @Override
    public List<String> list(String of) throws IOException {
        return disk.list(of);
    }

    @Override
    public void rename(String name, String newName) throws IOException {
        disk.rename(name, newName);
    }

    @Override
    public void deleteFolder(String of) throws IOException {
        disk.deleteFolder(of);
    }

    @Override
    public String describe(String name) {
        return disk.describe(name);
    }
}
