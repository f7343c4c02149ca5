"""What PyTorch computes for the fixtures beside this file: python3 parity.py > parity.json

Written with torch 2.13.0 (CPU). All inputs come from sines, so that both sides can make them without sharing a file.
"""

import json
import math

import torch

torch.set_num_threads(1)


def wave(n, frequency, scale):
    return torch.tensor([scale * math.sin(frequency * (i + 1)) for i in range(n)], dtype=torch.float32)


def flat(tensors):
    return [float(v) for t in tensors for v in t.detach().flatten()]


# An autoencoder 5-4-3-4-5 with batch norm and relu, twelve rows, three steps of Adam.
def dressed(i, o):
    return [torch.nn.Linear(i, o), torch.nn.BatchNorm1d(o), torch.nn.ReLU()]


def trained(optimiser, l1=0):
    """The network after three steps, with the loss of each and the first gradients."""
    network = torch.nn.Sequential(*dressed(5, 4), *dressed(4, 3), *dressed(3, 4), torch.nn.Linear(4, 5))
    parameters = list(network.parameters())
    values = wave(sum(p.numel() for p in parameters), 0.7, 0.6)
    at = 0
    with torch.no_grad():
        for p in parameters:
            p.copy_(values[at : at + p.numel()].view_as(p))
            at += p.numel()
    steps = optimiser(parameters)
    losses, gradients = [], None
    for _ in range(3):
        steps.zero_grad()
        loss = (network(rows) - rows).square().mean()
        (loss + l1 * sum(p.abs().sum() for p in parameters)).backward()
        losses.append(loss.item())
        gradients = gradients or flat(p.grad for p in parameters)
        steps.step()
    network.eval()
    return network, losses, gradients


rows = wave(60, 1.3, 2.0).view(12, 5)
# A bias before batch norm has no gradient but rounding, which Adam would blow up: the weight decay outweighs it, and for
# AdamW the L1 term does.
network, losses, gradients = trained(lambda p: torch.optim.Adam(p, lr=0.01, weight_decay=0.1))
adamw = trained(lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=5), l1=0.3)[0]
sgd = trained(lambda p: torch.optim.SGD(p, lr=0.01, momentum=0.7, weight_decay=0.1))[0]
scores = (network(rows) - rows).square().sum(1).sqrt()

# The two terms of the evidence lower bound, from torch.distributions.
mean, log_variance = wave(12, 0.9, 1.5).view(4, 3), wave(12, 0.4, 2.0).view(4, 3)
normal = torch.distributions.Normal(mean, (log_variance / 2).exp())
unit = torch.distributions.Normal(torch.zeros(4, 3), torch.ones(4, 3))
x = wave(12, 2.1, 3.0).view(4, 3)
print(
    json.dumps(
        {
            "losses": losses,
            "gradients": gradients,
            "learnt": flat(network.parameters()),
            "adamw": flat(adamw.parameters()),
            "sgd": flat(sgd.parameters()),
            "measured": flat(b for n, b in network.named_buffers() if "running" in n),
            "scores": flat([scores]),
            "divergence": flat([torch.distributions.kl_divergence(normal, unit).sum(1)]),
            "surprisal": flat([-normal.log_prob(x).sum(1)]),
        },
        indent=1,
    )
)
