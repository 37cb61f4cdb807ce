"""Kills nodes of a run and watches its groups come back: what benchmarks/cluster.py recovery measures."""

import contextlib
import os
import random
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import door

MODEL = "examples/multi-area.yaml"
GROUPS = 8
WARM_S = 12  # before the first kill
JOIN_S = 20  # for another node to join, its compilers to be done, and the groups to be dealt again
LATE_S = 60


def alive(process):
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False


def nodes(folder):
    """Process and door of each node that lives, by name."""
    plates = [door.plate(file) for file in Path(folder, "nodes").glob("*.properties")]
    return {p["node"]: (int(p["process"]), p["door"]) for p in plates if alive(int(p["process"]))}


def ask(folder, but=""):
    """What a living node tells of the groups: {group: (step, node)}; not of those of the node called `but`."""
    for _, address in nodes(folder).values():
        try:
            if found := door.groups(address, but):
                return found
        except OSError:
            pass  # it is coming up, or going
    return {}


def wait_for(what):
    """Seconds until it holds; infinite if it does not in a minute."""
    begin = time.time()
    while not what():
        if time.time() - begin > LATE_S:
            return float("inf")
        time.sleep(0.02)
    return time.time() - begin


def kill(folder):
    """Kills a node that holds groups: its name, the groups, seconds until all of them advance again, and until all groups
    are past the furthest step of any before the kill."""
    before = ask(folder)
    living = nodes(folder)
    victim = random.choice(sorted({node for _, node in before.values()} & set(living)))
    lost = {group for group, (_, node) in before.items() if node == victim}
    frontier = max(step for step, _ in before.values())
    begun = {}  # where a group that has come back was first seen

    def advance():
        now = ask(folder, victim)
        for group in lost & set(now):
            begun.setdefault(group, now[group][0])
        return all(group in now and now[group][0] > begun[group] for group in lost)

    def passed():
        now = ask(folder, victim)
        return len(now) == GROUPS and min(step for step, _ in now.values()) > frontier

    os.kill(living[victim][0], signal.SIGKILL)
    restored = wait_for(advance)
    later = wait_for(passed)
    Path(folder, "nodes", victim + ".properties").unlink(missing_ok=True)
    return victim, sorted(lost), restored, later


def measure(kills=20):
    folder = tempfile.mkdtemp(prefix="ganglion-recovery-")
    os.rmdir(folder)
    run = subprocess.Popen(
        ["./ganglion", "run", MODEL, "--nodes", "3", "--port", "0", "--output", folder, "--checkpoint", "2 s",
         "--set", "simulation.duration=3000 s", "--set", f"simulation.groups={GROUPS}", "--set", "output.raster=false",
         "--quiet"])
    restored, passed, joined = [], [], []
    try:
        up = wait_for(lambda: run.poll() is not None or len(ask(folder)) == GROUPS)
        if run.poll() is not None or up == float("inf"):
            raise SystemExit(f"the run does not come up; what its nodes say is in {folder}/nodes")
        time.sleep(WARM_S)
        for number in range(kills):
            victim, lost, back, later = kill(folder)
            restored.append(back)
            passed.append(later)
            print(f"kill {number + 1}: {victim} with groups {lost}: all advance after {back:.1f} s,"
                  f" all past the old frontier {later:.1f} s later", flush=True)
            address = next(address for _, address in nodes(folder).values())
            with open(Path(folder, "nodes", f"late-{number}.log"), "w") as log:
                joined.append(subprocess.Popen(
                    ["./ganglion", "node", "--join", address, "--name", f"late-{number}"], stdout=log, stderr=log))
            time.sleep(JOIN_S)
    finally:
        for process, _ in nodes(folder).values():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        run.kill()
        for process in joined:
            process.kill()
        if max(restored + passed, default=0) < float("inf"):
            shutil.rmtree(folder, ignore_errors=True)
        else:
            print(f"what the nodes say is in {folder}/nodes")
    print(f"{len(restored)} kills: all advance after {statistics.median(restored):.1f} s (median), {max(restored):.1f} s"
          f" (worst); past the old frontier {statistics.median(passed):.1f} s (median), {max(passed):.1f} s (worst) later")
