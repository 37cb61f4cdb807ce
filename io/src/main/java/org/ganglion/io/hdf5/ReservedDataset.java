package org.ganglion.io.hdf5;

import io.jhdf.Constants;
import io.jhdf.ObjectHeader.ObjectHeaderV2;
import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfWritingException;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.FillValueMessage;
import io.jhdf.object.message.Message;
import io.jhdf.storage.HdfFileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A contiguous dataset of known size whose values are not there yet: jHDF writes its header and leaves room behind it,
 * which a {@link DatasetWriter} fills. May be empty, and larger than 2 GiB.
 */
final class ReservedDataset extends WritableDatasetImpl {
    private final DataSpace space;
    private final int elementBytes;
    private long dataAddress = -1;

    ReservedDataset(ElementType type, String name, Group parent, long... dimensions) {
        super(type.example(), name, parent, type.options());
        int[] ones = new int[dimensions.length];
        java.util.Arrays.fill(ones, 1);
        DataSpace unit = DataSpace.fromObject(java.lang.reflect.Array.newInstance(byte.class, ones));
        this.space = DataSpace.modifyDimensions(unit, dimensions);
        this.elementBytes = type.bytes;
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
        long bytes = getSizeInBytes();
        long headerBytes =
                header(position, Constants.UNDEFINED_ADDRESS, bytes).toBuffer().limit();
        dataAddress = position + headerBytes;
        long address = bytes == 0 ? Constants.UNDEFINED_ADDRESS : dataAddress;
        file.write(header(position, address, bytes).toBuffer(), position);
        // jHDF appends its signature to the file at the current position
        file.position(dataAddress + bytes);
        return dataAddress + bytes;
    }

    private ObjectHeaderV2 header(long position, long address, long bytes) {
        List<Message> messages = new ArrayList<>();
        messages.add(DataTypeMessage.create(getDataType()));
        messages.add(DataSpaceMessage.create(space));
        messages.add(FillValueMessage.NO_FILL);
        messages.add(ContiguousDataLayoutMessage.create(address, bytes));
        if (!getAttributes().isEmpty()) {
            messages.add(AttributeInfoMessage.create());
            for (Map.Entry<String, Attribute> attribute : getAttributes().entrySet()) {
                messages.add(AttributeMessage.create(attribute.getKey(), attribute.getValue()));
            }
        }
        return new ObjectHeaderV2(position, messages);
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
