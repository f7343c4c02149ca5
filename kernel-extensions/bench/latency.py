#!/usr/bin/python3
"""How long installed kernels take to be ready, to give a first result, for a trivial cell; whether they grow.

    /usr/bin/python3 kernel-extensions/bench/latency.py [--rounds 5] [--growth] oddity [another kernel …]

Kernels take turns, so that a busy machine is busy for all of them; medians, by the clock of the client, and the first
kernel's time to its first result as a ratio to the fastest of the others. CPU time is that of the kernel and its
children: up to the first result, and for each trivial cell. --growth runs a thousand cells in each kernel, which must
be one of Java, and tells its memory and its CPU time per cell on the way. Needs jupyter_client and psutil.
"""

import argparse
import os
import statistics

import psutil
from jupyter_client.manager import start_new_kernel
from time import perf_counter

CELLS = 50
TOLD = (100, 300, 900, 1000)
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


def cpu_seconds(manager):
    process = psutil.Process(manager.provisioner.process.pid)
    return sum(sum(one.cpu_times()[:2]) for one in [process] + process.children(recursive=True))


def measure(kernel):
    start = perf_counter()
    manager, client = start_new_kernel(kernel_name=kernel)
    ready = perf_counter() - start
    try:
        first, _ = execute(client, "1 + 1")
        cpu = cpu_seconds(manager)
        trivial = statistics.median(execute(client, f"{i} + 1")[0] for i in range(CELLS))
        trivial_cpu = (cpu_seconds(manager) - cpu) / CELLS
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return ready, first, ready + first, cpu, trivial, trivial_cpu


def growth(kernel):
    manager, client = start_new_kernel(kernel_name=kernel)
    try:
        execute(client, "import java.lang.management.ManagementFactory;")
        since, before = 0, cpu_seconds(manager)
        for cell in range(1, 1001):
            execute(client, f"{cell} + 1")
            if cell in TOLD:
                each = 1000 * (cpu_seconds(manager) - before) / (cell - since)
                print(f"{kernel} after {cell} cells: {execute(client, MEMORY)[1]}, {each:.0f} CPU ms a cell since {since}")
                since, before = cell, cpu_seconds(manager)
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
    ready, first, total, cpu, trivial, trivial_cpu = (statistics.median(column) for column in zip(*rounds))
    totals[kernel] = total
    print(
        f"{kernel}: ready {ready:.2f} s + first cell {first:.2f} s = {total:.2f} s ({cpu:.2f} CPU seconds),"
        f" trivial cell {1000 * trivial:.0f} ms ({1000 * trivial_cpu:.0f} CPU ms)"
    )
others = [totals[kernel] for kernel in chosen.kernels[1:]]
if others:
    print(f"{chosen.kernels[0]} to the fastest other: {totals[chosen.kernels[0]] / min(others):.2f}")
if chosen.growth:
    for kernel in chosen.kernels:
        growth(kernel)
