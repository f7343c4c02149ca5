#!/usr/bin/python3
"""How long installed kernels take: to be ready, for the first cell, for a trivial one.

    /usr/bin/python3 kernel-extensions/bench/latency.py oddity [another kernel …]

Prints medians over ROUNDS starts, seconds and milliseconds by the clock of the client. Needs jupyter_client.
"""

import statistics
import sys
import time

from jupyter_client.manager import start_new_kernel

ROUNDS = 5
CELLS = 50


def execute(client, code):
    start = time.perf_counter()
    reply = client.execute_interactive(code, timeout=60, output_hook=lambda message: None)
    assert reply["content"]["status"] == "ok", reply["content"]
    return time.perf_counter() - start


def measure(kernel):
    start = time.perf_counter()
    manager, client = start_new_kernel(kernel_name=kernel)
    ready = time.perf_counter() - start
    try:
        first = execute(client, "1 + 1")
        trivial = statistics.median(execute(client, f"{i} + 1") for i in range(CELLS))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return ready, first, trivial


for kernel in sys.argv[1:]:
    rounds = [measure(kernel) for _ in range(ROUNDS)]
    ready, first, trivial = (statistics.median(column) for column in zip(*rounds))
    print(f"{kernel}: ready {ready:.2f} s, first cell {first:.2f} s, trivial cell {1000 * trivial:.0f} ms")
