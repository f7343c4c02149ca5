#!/usr/bin/python3
"""What it costs that code of cells can be stopped: loops and calls in a class of a cell, against the same class loaded as a library is.

    /usr/bin/python3 kernel-extensions/bench/loops.py [--rounds 5] [kernel]

Both run in turns in one kernel, a new one each round; the least CPU time of forty runs of each, the ratio of the two, and
the median ratio of the rounds. Needs jupyter_client.
"""

import argparse
import statistics

from jupyter_client.manager import start_new_kernel

BODY = """
    static double[][] a = new double[300][300], b = new double[300][300], c = new double[300][300];
    static float[] x = new float[4000], y = new float[4000];
    public static double collatz() {
        long steps = 0;
        for (int i = 1; i < 100_000; i++) for (long n = i; n != 1; steps++) n = (n & 1) == 0 ? n >> 1 : 3 * n + 1;
        return steps;
    }
    public static double sum() {
        double sum = 0;
        for (int r = 0; r < 5000; r++) for (int i = 0; i < x.length; i++) sum += x[i] * 1.0001;
        return sum;
    }
    public static double vectorised() {
        for (int r = 0; r < 20_000; r++) for (int i = 0; i < x.length; i++) x[i] += 0.5f * y[i];
        return x[0];
    }
    public static double matrixProduct() {
        for (int i = 0; i < 300; i++)
            for (int k = 0; k < 300; k++) for (int j = 0; j < 300; j++) c[i][j] += a[i][k] * b[k][j];
        return c[0][0];
    }
    public static double dotProducts() {
        for (int i = 0; i < 300; i++)
            for (int j = 0; j < 300; j++) {
                double dot = 0;
                for (int k = 0; k < 300; k++) dot += a[i][k] * b[k][j];
                c[i][j] = dot;
            }
        return c[0][0];
    }
    static int fibonacci(int n) { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }
    public static double recursion() { return fibonacci(32); }
    public static double lambdas() {
        return java.util.stream.IntStream.range(0, 5_000_000).mapToDouble(i -> i * 0.5).map(v -> v + 1).sum();
    }
"""
TASKS = ["collatz", "sum", "vectorised", "matrixProduct", "dotProducts", "recursion", "lambdas"]
LIBRARY = """
    var folder = Files.createTempDirectory("loops");
    var source = Files.writeString(folder.resolve("Plain.java"), %s);
    javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
    Class<?> plain = new java.net.URLClassLoader(new java.net.URL[] {folder.toUri().toURL()}).loadClass("Plain");
    long cpu(java.lang.reflect.Method task) throws Exception {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        task.invoke(null);
        return threads.getCurrentThreadCpuTime() - start;
    }
"""
TIME = """
    var plainTask = plain.getMethod("%s"); var ownTask = Own.class.getMethod("%s");
    long plainLeast = Long.MAX_VALUE, ownLeast = Long.MAX_VALUE;
    for (int run = 0; run < 40; run++) {
        plainLeast = Math.min(plainLeast, cpu(plainTask));
        ownLeast = Math.min(ownLeast, cpu(ownTask));
    }
    plainLeast / 1e6 + " " + ownLeast / 1e6
"""


def execute(client, code):
    results = []

    def hear(message):
        if message["msg_type"] == "execute_result":
            results.append(message["content"]["data"]["text/plain"])

    reply = client.execute_interactive(code, timeout=600, output_hook=hear)
    assert reply["content"]["status"] == "ok", reply["content"]
    return "".join(results)


def measure(kernel):
    manager, client = start_new_kernel(kernel_name=kernel)
    try:
        execute(client, "import java.nio.file.*;")
        execute(client, f"public class Own {{{BODY}}}")
        execute(client, LIBRARY % f'"""\n{"public class Plain {" + BODY + "}"}"""')
        return {task: [float(ms) for ms in execute(client, TIME % (task, task)).split()] for task in TASKS}
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("kernel", nargs="?", default="oddity")
    chosen = parser.parse_args()
    rounds = [measure(chosen.kernel) for _ in range(chosen.rounds)]
    for task in TASKS:
        ratios = [one[task][1] / one[task][0] for one in rounds]
        library = min(one[task][0] for one in rounds)
        cell = min(one[task][1] for one in rounds)
        print(f"{task:14} library {library:8.2f} ms   cell {cell:8.2f} ms   "
              f"median ratio {statistics.median(ratios):.3f}   of {' '.join(f'{r:.2f}' for r in sorted(ratios))}")


if __name__ == "__main__":
    main()
