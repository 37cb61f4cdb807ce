package org.ganglion.io.hdf5;

import io.jhdf.api.WritableAttributeImpl;
import io.jhdf.api.WritableGroup;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * SONATA's order of spikes, as the attribute {@code sorting} of a population: an HDF5 enumeration over uint8, which the
 * public readers insist on and jHDF cannot write by itself.
 */
enum SortingAttribute {
    NONE,
    BY_ID,
    BY_TIME;

    private static final int CLASS_ID = 8;

    void putOn(WritableGroup group) {
        byte value = (byte) ordinal();
        group.getAttributes().put("sorting", new WritableAttributeImpl("sorting", group, value, true) {
            @Override
            public DataType getDataType() {
                return new SortingType();
            }
        });
    }

    /** The enumeration as the HDF5 format has it: base type, names padded to multiples of 8 bytes, values. */
    private static final class SortingType extends DataType {
        SortingType() {
            super(CLASS_ID, 1);
            classBits.set(0);
            classBits.set(1); // three members: the lowest 16 bits are their number
        }

        @Override
        public ByteBuffer toBuffer() {
            ByteBuffer head = toBufferBuilder().build();
            ByteBuffer base = new FixedPoint(1, false).toBuffer();
            int size = head.remaining() + base.remaining() + values().length * (Long.BYTES + 1);
            ByteBuffer all = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
            all.put(head).put(base);
            for (SortingAttribute member : values()) {
                byte[] name = member.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
                all.put(java.util.Arrays.copyOf(name, Long.BYTES)); // all are shorter than 8 bytes
            }
            for (SortingAttribute member : values()) {
                all.put((byte) member.ordinal());
            }
            return all.flip();
        }

        @Override
        public ByteBuffer encodeData(Object data) {
            return ByteBuffer.wrap(new byte[] {(byte) data});
        }

        @Override
        public Class<?> getJavaType() {
            return String.class;
        }

        @Override
        public Object fillData(ByteBuffer buffer, int[] dimensions, HdfBackingStorage storage) {
            throw new UnsupportedOperationException("only written, never read");
        }
    }
}
