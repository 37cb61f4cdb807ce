package org.ganglion.io.hdf5;

import io.jhdf.Constants;
import io.jhdf.ObjectHeader.ObjectHeaderV2;
import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfWritingException;
import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.filter.DeflatePipelineFilter;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfFileChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dataset of known size whose values are not there yet: jHDF writes its header and leaves room behind it, which a
 * {@link DatasetWriter} fills. One that is cut into chunks gets no room; its chunks go to the end of the file, and its header
 * is written again when they are there. May be empty, and larger than 2 GiB.
 */
final class ReservedDataset extends WritableDatasetImpl {
    private static final int LEAST_BYTES = 1 << 12;
    private static final int USUAL_PAGE_BITS = 10;

    private final DataSpace space;
    private final int elementBytes;
    private @Nullable ChunkShape chunks;
    private long headerAddress = -1;
    private long dataAddress = -1;

    ReservedDataset(ElementType type, String name, Group parent, long... dimensions) {
        super(type.example(), name, parent, type.options());
        int[] ones = new int[dimensions.length];
        java.util.Arrays.fill(ones, 1);
        DataSpace unit = DataSpace.fromObject(java.lang.reflect.Array.newInstance(byte.class, ones));
        this.space = DataSpace.modifyDimensions(unit, dimensions);
        this.elementBytes = type.bytes;
    }

    /**
     * Has its values stored in compressed chunks of at most so many bytes, before it is laid out. What would not fill a page
     * stays in one piece: there is nothing to be saved.
     */
    void cut(int mostBytes) {
        if (getSizeInBytes() >= LEAST_BYTES) {
            chunks = ChunkShape.of(getDimensionsAsLong(), elementBytes, mostBytes);
        }
    }

    /** How it is cut, if it is. */
    Optional<ChunkShape> chunks() {
        return Optional.ofNullable(chunks);
    }

    /** Where its header begins; known once the structure has been written. */
    long headerAddress() {
        return headerAddress;
    }

    /** Where in the file its values belong; known once the structure has been written. */
    long dataAddress() {
        if (dataAddress < 0) {
            throw new IllegalStateException(getPath() + " has not been laid out");
        }
        return dataAddress;
    }

    @Override
    public long write(HdfFileChannel file, long position) {
        headerAddress = position;
        long bytes = chunks == null ? getSizeInBytes() : 0;
        ByteBuffer header = header(layoutAt(Constants.UNDEFINED_ADDRESS));
        dataAddress = position + header.limit();
        if (bytes > 0) {
            header = header(layoutAt(dataAddress));
        }
        file.write(header, position);
        // jHDF appends its signature to the file at the current position
        file.position(dataAddress + bytes);
        return dataAddress + bytes;
    }

    /** Where values, or the index of chunks, begin; chunks are not there yet where the address is undefined. */
    private DataLayoutMessage layoutAt(long address) {
        ChunkShape shape = chunks;
        if (shape == null) {
            return ContiguousDataLayoutMessage.create(address, getSizeInBytes());
        }
        return shape.count() == 1
                ? ChunkedDataLayoutMessageV4.createFilteredSingleChunk(address, shape.dimensions(), 0)
                : ChunkedDataLayoutMessageV4.createFixedArray(address, shape.dimensions(), pageBits(shape));
    }

    /** Its header, as long as before, once its only chunk has been written. */
    ByteBuffer headerOfOneChunk(long address, int bytes) {
        return header(ChunkedDataLayoutMessageV4.createFilteredSingleChunk(address, shape().dimensions(), bytes));
    }

    /** Its header, as long as before, once its chunks and their index have been written. */
    ByteBuffer headerOfChunks(long indexAddress) {
        return header(layoutAt(indexAddress));
    }

    private ChunkShape shape() {
        return chunks().orElseThrow(() -> new IllegalStateException(getPath() + " is not cut into chunks"));
    }

    /** So many bits that the index is one page: jHDF writes no others. */
    static int pageBits(ChunkShape shape) {
        return Math.max(USUAL_PAGE_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(shape.count() - 1));
    }

    private ByteBuffer header(DataLayoutMessage layout) {
        List<Message> messages = new ArrayList<>();
        messages.add(DataTypeMessage.create(getDataType()));
        messages.add(DataSpaceMessage.create(space));
        messages.add(FillValueMessage.NO_FILL);
        if (chunks != null) {
            messages.add(FilterPipelineMessage.create(List.of(
                    new FilterInfo(ByteShuffleFilter.ID, "shuffle", false, new int[] {elementBytes}),
                    new FilterInfo(DeflatePipelineFilter.ID, "deflate", false, new int[] {ChunkedFile.LEVEL}))));
        }
        messages.add(layout);
        if (!getAttributes().isEmpty()) {
            messages.add(AttributeInfoMessage.create());
            for (Map.Entry<String, Attribute> attribute : getAttributes().entrySet()) {
                messages.add(AttributeMessage.create(attribute.getKey(), attribute.getValue()));
            }
        }
        return new ObjectHeaderV2(headerAddress, messages).toBuffer();
    }

    @Override
    public long getSize() {
        return space.getTotalLength();
    }

    @Override
    public long getSizeInBytes() {
        return Math.multiplyExact(getSize(), elementBytes);
    }

    @Override
    public long getStorageInBytes() {
        return getSizeInBytes();
    }

    @Override
    public int[] getDimensions() {
        return space.getDimensions();
    }

    @Override
    public long[] getDimensionsAsLong() {
        return space.getDimensionsAsLong();
    }

    @Override
    public long[] getMaxSize() {
        return space.getMaxSizes();
    }

    @Override
    public Object getData() {
        throw new HdfWritingException(getPath() + " has no values in memory");
    }

    @Override
    public Object getDataFlat() {
        return getData();
    }
}
