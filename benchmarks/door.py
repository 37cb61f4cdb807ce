"""Asks the door of a node how the run is. The message is Status in distributed/src/main/proto/ganglion/wire.proto."""

from http.client import HTTPConnection
from pathlib import Path


def fields(data):
    """The fields of a Protocol Buffers message: number and value; nested messages and strings as bytes."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(data):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
            continue
        size = {1: 8, 5: 4}.get(key & 7) or varint()
        yield key >> 3, data[at:at + size]
        at += size


def groups(door, but=""):
    """Step and node of each group as the door tells it; what it has from the node called `but` does not count."""
    host, port = door.rsplit(":", 1)
    connection = HTTPConnection(host, int(port), timeout=2)
    try:
        connection.request("POST", "/status", b"")
        status = connection.getresponse().read()
    finally:
        connection.close()
    found = {}
    for report in (list(fields(node)) for field, node in fields(status) if field == 5):
        name = next(value.decode() for field, value in report if field == 1)
        for group in (dict(fields(value)) for field, value in report if field == 8 and name != but):
            found[group.get(1, 0)] = group.get(4, 0), name
    return found


def steps(door):
    """Where each group is."""
    return {group: step for group, (step, _) in groups(door).items()}


def plate(file):
    """What a node's file in the folder "nodes" of a run tells of it: a dict of texts."""
    text = Path(file).read_text()
    lines = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
    return {key: value.replace("\\:", ":") for key, value in lines.items()}
