package dev.oddity.core;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The highest use of the Java heap since it was made. Pools are asked each for itself, and need not have been highest at the
 * same moment: their sum is at most too high. One at a time: the virtual machine keeps one peak per pool.
 */
record PeakHeap(List<MemoryPoolMXBean> pools) {

    static PeakHeap fromHere() {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        return new PeakHeap(heap);
    }

    long bytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
