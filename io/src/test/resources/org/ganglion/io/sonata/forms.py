"""Makes forms.h5: spikes in forms that other programs write and jHDF does not. Run it with h5py in this folder."""

import h5py
import numpy as np

with h5py.File("forms.h5", "w", libver="latest") as f:
    ids = np.arange(1000, dtype=np.uint64) % 7
    times = np.arange(1000) * 0.25 + 0.5

    g = f.create_group("spikes/gzip")
    g.attrs["sorting"] = "by_time"
    g.create_dataset("node_ids", data=ids, chunks=(64,), compression="gzip", shuffle=True)
    g.create_dataset("timestamps", data=times, chunks=(64,), compression="gzip", maxshape=(None,))
    g["timestamps"].attrs["units"] = "ms"

    g = f.create_group("spikes/enum")
    order = h5py.enum_dtype({"none": 0, "by_id": 1, "by_time": 2}, basetype=np.uint8)
    g.attrs.create("sorting", 2, dtype=order)
    named = h5py.enum_dtype({"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}, basetype="i4")
    g.create_dataset("node_ids", data=ids.astype("i4"), dtype=named)
    g.create_dataset("timestamps", data=(times / 1000).astype(">f8"))
    g["timestamps"].attrs["units"] = "s"

    g = f.create_group("spikes/nothing")
    g.create_dataset("node_ids", data=h5py.Empty("u8"))
    g.create_dataset("timestamps", data=h5py.Empty("f8"))
