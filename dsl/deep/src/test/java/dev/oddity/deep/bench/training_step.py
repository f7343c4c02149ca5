"""The network of TrainingStep in plain PyTorch: a bare loop over resident data. Prints the median
milliseconds a step, by the clock and of processor time."""

import statistics
import time

import torch

torch.set_num_threads(1)
torch.manual_seed(1)
COLUMNS, BATCH, STEPS, EPOCHS = 30, 32, 500, 10


def dressed(i, o):
    return [torch.nn.Linear(i, o), torch.nn.BatchNorm1d(o), torch.nn.ReLU(), torch.nn.Dropout(0.2)]


network = torch.nn.Sequential(
    *dressed(COLUMNS, 64), *dressed(64, 32), *dressed(32, 64), torch.nn.Linear(64, COLUMNS)
)
adam = torch.optim.Adam(network.parameters(), lr=3e-3, weight_decay=1e-5)
rows = torch.randn(STEPS * BATCH, COLUMNS)
clock, processor = [], []
for epoch in range(EPOCHS):
    start, used = time.perf_counter(), time.process_time()
    total = torch.zeros(())
    for batch in rows[torch.randperm(len(rows))].split(BATCH):
        adam.zero_grad()
        loss = (network(batch) - batch).square().mean()
        loss.backward()
        adam.step()
        total += loss.detach()
    clock.append((time.perf_counter() - start) * 1000 / STEPS)
    processor.append((time.process_time() - used) * 1000 / STEPS)
print(statistics.median(clock[2:]), statistics.median(processor[2:]))
