package org.ganglion.distributed.run;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.zip.CRC32C;
import org.ganglion.distributed.checkpoint.RefusedException;
import org.ganglion.distributed.checkpoint.Shelf;
import org.ganglion.distributed.wire.proto.AppendFile;
import org.ganglion.distributed.wire.proto.DiskAnswer;
import org.ganglion.distributed.wire.proto.DiskQuestion;
import org.ganglion.distributed.wire.proto.FileEntry;
import org.ganglion.distributed.wire.proto.Hello;
import org.ganglion.distributed.wire.proto.PutFile;

/** Does what other nodes of the same run and leg ask of this node's disk. */
final class DiskDoor {
    private final Shelf shelf;
    private final SharedRun run;

    DiskDoor(Shelf shelf, SharedRun run) {
        this.shelf = shelf;
        this.run = run;
    }

    DiskAnswer answer(DiskQuestion question) {
        String refusal = refusal(question);
        if (!refusal.isEmpty()) {
            return DiskAnswer.newBuilder().setRefusal(refusal).build();
        }
        try {
            return done(question);
        } catch (RefusedException e) {
            return DiskAnswer.newBuilder()
                    .setRefusal(String.valueOf(e.getMessage()))
                    .build();
        } catch (NoSuchFileException e) {
            return DiskAnswer.newBuilder().setMissing(true).build();
        } catch (IOException e) {
            return DiskAnswer.newBuilder().setRefusal("its disk fails: " + e).build();
        }
    }

    /** Unlike at the other doors, who asks has to say for which run. */
    private String refusal(DiskQuestion question) {
        if (question.getRun().isEmpty() || question.getNetworkHash().isEmpty()) {
            return "files are only for nodes of a run, and the question does not say which";
        }
        return Refusals.of(
                Hello.newBuilder()
                        .setWireVersion(question.getWireVersion())
                        .setRun(question.getRun())
                        .setNetworkHash(question.getNetworkHash())
                        .setLeg(question.getLeg())
                        .build(),
                run);
    }

    private DiskAnswer done(DiskQuestion question) throws IOException {
        DiskAnswer.Builder answer = DiskAnswer.newBuilder();
        switch (question.getWhatCase()) {
            case LIST ->
                shelf.files()
                        .forEach((name, size) -> answer.addFiles(
                                FileEntry.newBuilder().setName(name).setSize(size)));
            case READ -> {
                byte[] piece = shelf.read(
                        question.getRead().getName(),
                        question.getRead().getOffset(),
                        question.getRead().getMost());
                answer.setPiece(ByteString.copyFrom(piece)).setSum(sum(piece));
            }
            case PUT -> {
                PutFile put = question.getPut();
                shelf.put(
                        question.getNode(),
                        put.getName(),
                        put.getOffset(),
                        put.getTotal(),
                        put.getPiece().toByteArray(),
                        put.getSum());
            }
            case APPEND -> {
                AppendFile append = question.getAppend();
                byte[] piece = append.getPiece().toByteArray();
                if (sum(piece) != append.getSum()) {
                    throw new RefusedException(append.getName() + ": was changed on its way (its sum differs)");
                }
                answer.setSize(shelf.append(append.getName(), append.getOffset(), piece));
            }
            case RENAME ->
                shelf.rename(
                        question.getRename().getName(), question.getRename().getNewName());
            case DELETE -> shelf.deleteFolder(question.getDelete().getName());
            case WHAT_NOT_SET -> throw new RefusedException("nothing that this node knows was asked");
        }
        return answer.build();
    }

    static int sum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
