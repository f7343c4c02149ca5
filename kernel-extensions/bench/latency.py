#!/usr/bin/python3
"""How long installed kernels take to be ready, to give a first result, for a trivial cell; whether they grow.

    /usr/bin/python3 kernel-extensions/bench/latency.py [--rounds 5] [--growth] oddity [another kernel …]

Kernels take turns, so that a busy machine is busy for all of them; medians, by the clock of the client, and the first
kernel's time to its first result as a ratio to the fastest of the others. CPU seconds are those of the kernel and its
children up to the first result. --growth runs a thousand cells in the first kernel, which must be one of Java, and
tells its memory after 100 and after 1000. Needs jupyter_client and psutil.
"""

import argparse
import os
import statistics

import psutil
from jupyter_client.manager import start_new_kernel
from time import perf_counter

CELLS = 50
MEMORY = """
    System.gc();
    String.format("heap %.1f MB, classes %.1f MB",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .mapToDouble(pool -> pool.getUsage().getUsed() / 1e6).sum())"""


def execute(client, code):
    """Runs a cell; its seconds and what it came to."""
    results = []

    def hear(message):
        if message["msg_type"] == "execute_result":
            results.append(message["content"]["data"]["text/plain"])

    start = perf_counter()
    reply = client.execute_interactive(code, timeout=120, output_hook=hear)
    assert reply["content"]["status"] == "ok", reply["content"]
    return perf_counter() - start, "".join(results)


def measure(kernel):
    start = perf_counter()
    manager, client = start_new_kernel(kernel_name=kernel)
    ready = perf_counter() - start
    try:
        first, _ = execute(client, "1 + 1")
        process = psutil.Process(manager.provisioner.process.pid)
        family = [process] + process.children(recursive=True)
        cpu = sum(sum(one.cpu_times()[:2]) for one in family)
        trivial = statistics.median(execute(client, f"{i} + 1")[0] for i in range(CELLS))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return ready, first, ready + first, cpu, trivial


def growth(kernel):
    manager, client = start_new_kernel(kernel_name=kernel)
    try:
        execute(client, "import java.lang.management.ManagementFactory;")
        for cell in range(1, 1001):
            execute(client, f"{cell} + 1")
            if cell in (100, 1000):
                print(f"{kernel} after {cell} cells: {execute(client, MEMORY)[1]}")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


arguments = argparse.ArgumentParser()
arguments.add_argument("--rounds", type=int, default=5)
arguments.add_argument("--growth", action="store_true")
arguments.add_argument("kernels", nargs="+")
chosen = arguments.parse_args()

times = {kernel: [] for kernel in chosen.kernels}
for _ in range(chosen.rounds):
    for kernel in chosen.kernels:
        times[kernel].append(measure(kernel))

print(f"load of this machine's {os.cpu_count()} processors: {os.getloadavg()[0]:.1f}")
totals = {}
for kernel, rounds in times.items():
    ready, first, total, cpu, trivial = (statistics.median(column) for column in zip(*rounds))
    totals[kernel] = total
    print(
        f"{kernel}: ready {ready:.2f} s + first cell {first:.2f} s = {total:.2f} s ({cpu:.2f} CPU seconds),"
        f" trivial cell {1000 * trivial:.0f} ms"
    )
others = [totals[kernel] for kernel in chosen.kernels[1:]]
if others:
    print(f"{chosen.kernels[0]} to the fastest other: {totals[chosen.kernels[0]] / min(others):.2f}")
if chosen.growth:
    growth(chosen.kernels[0])
