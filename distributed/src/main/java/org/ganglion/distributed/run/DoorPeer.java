package org.ganglion.distributed.run;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ganglion.distributed.checkpoint.Peer;
import org.ganglion.distributed.checkpoint.RefusedException;
import org.ganglion.distributed.wire.WireVersion;
import org.ganglion.distributed.wire.proto.AppendFile;
import org.ganglion.distributed.wire.proto.DeleteFolder;
import org.ganglion.distributed.wire.proto.DiskAnswer;
import org.ganglion.distributed.wire.proto.DiskQuestion;
import org.ganglion.distributed.wire.proto.ListFiles;
import org.ganglion.distributed.wire.proto.PutFile;
import org.ganglion.distributed.wire.proto.ReadFile;
import org.ganglion.distributed.wire.proto.RenameFile;

/**
 * The disk of another node, asked at its door.
 *
 * @param self the node that asks
 * @param run that both take part in
 */
record DoorPeer(DoorPlate plate, String self, SharedRun run) implements Peer {
    private static final Duration SHORT = Duration.ofMillis(1500);
    private static final Duration LONG = Duration.ofSeconds(5);

    @Override
    public String node() {
        return plate.node();
    }

    private DiskAnswer ask(DiskQuestion.Builder question, String name, Duration patience) throws IOException {
        DiskQuestion whole = question.setWireVersion(WireVersion.CURRENT)
                .setRun(run.identity().run())
                .setNetworkHash(run.identity().networkHash())
                .setLeg(run.leg().number())
                .setNode(self)
                .build();
        DiskAnswer answer;
        try {
            answer = Visit.disk(plate.door(), whole, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + node() + " was asked");
        }
        if (!answer.getRefusal().isEmpty()) {
            throw new RefusedException(answer.getRefusal());
        }
        if (answer.getMissing()) {
            throw new NoSuchFileException(name);
        }
        return answer;
    }

    @Override
    public Map<String, Long> files() throws IOException {
        Map<String, Long> files = new HashMap<>();
        ask(DiskQuestion.newBuilder().setList(ListFiles.getDefaultInstance()), "", SHORT)
                .getFilesList()
                .forEach(f -> files.put(f.getName(), f.getSize()));
        return files;
    }

    @Override
    public byte[] read(String name, long offset, int most) throws IOException {
        ReadFile read = ReadFile.newBuilder()
                .setName(name)
                .setOffset(offset)
                .setMost(most)
                .build();
        DiskAnswer answer = ask(DiskQuestion.newBuilder().setRead(read), name, LONG);
        byte[] piece = answer.getPiece().toByteArray();
        if (DiskDoor.sum(piece) != answer.getSum()) {
            throw new IOException(name + ": was changed on its way from " + node() + " (its sum differs)");
        }
        return piece;
    }

    @Override
    public void put(String name, long offset, long total, byte[] piece, int sum) throws IOException {
        PutFile put = PutFile.newBuilder()
                .setName(name)
                .setOffset(offset)
                .setTotal(total)
                .setPiece(ByteString.copyFrom(piece))
                .setSum(sum)
                .build();
        boolean small = name.endsWith("/complete"); // written by who keeps the run, which must not be held up
        ask(DiskQuestion.newBuilder().setPut(put), name, small ? SHORT : LONG);
    }

    @Override
    public long append(String name, long offset, byte[] piece) throws IOException {
        AppendFile append = AppendFile.newBuilder()
                .setName(name)
                .setOffset(offset)
                .setPiece(ByteString.copyFrom(piece))
                .setSum(DiskDoor.sum(piece))
                .build();
        return ask(DiskQuestion.newBuilder().setAppend(append), name, LONG).getSize();
    }

    @Override
    public void rename(String name, String newName) throws IOException {
        RenameFile rename =
                RenameFile.newBuilder().setName(name).setNewName(newName).build();
        ask(DiskQuestion.newBuilder().setRename(rename), name, SHORT);
    }

    @Override
    public void deleteFolder(String folder) throws IOException {
        ask(DiskQuestion.newBuilder().setDelete(DeleteFolder.newBuilder().setName(folder)), folder, SHORT);
    }
}
