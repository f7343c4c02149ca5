"""What PyTorch computes for IclTest and AladTest: python3 selfsupervised.py > selfsupervised.json

Written with torch 2.13.0 (CPU). All inputs come from sines, as in parity.py; parameters are filled in the order of definition.
"""

import json
import math

import torch
from torch import nn
from torch.nn.functional import cross_entropy, normalize

torch.set_num_threads(1)


def wave(n, frequency, scale):
    return torch.tensor([scale * math.sin(frequency * (i + 1)) for i in range(n)], dtype=torch.float32)


def fill(parameters, frequency, scale):
    values = wave(sum(p.numel() for p in parameters), frequency, scale)
    at = 0
    with torch.no_grad():
        for p in parameters:
            p.copy_(values[at : at + p.numel()].view_as(p))
            at += p.numel()


def flat(tensor):
    return [float(v) for v in tensor.detach().flatten()]


# Internal contrastive learning: five columns, windows of two (so four of them), codes of eight numbers.
columns, k, u = 5, 2, 8
m = columns - k + 1
rest = nn.Sequential(
    nn.Linear(columns - k, u), nn.Tanh(), nn.BatchNorm1d(m),
    nn.Linear(u, 2 * u), nn.LeakyReLU(), nn.BatchNorm1d(m),
    nn.Linear(2 * u, u), nn.LeakyReLU(),
)
run = nn.Sequential(
    nn.Linear(k, u // 4), nn.LeakyReLU(), nn.BatchNorm1d(m),
    nn.Linear(u // 4, u // 2), nn.LeakyReLU(),
    nn.Linear(u // 2, u), nn.LeakyReLU(),
)
learnt = list(rest.parameters()) + list(run.parameters())
fill(learnt, 0.7, 0.6)
rows = wave(60, 1.3, 2.0).view(12, columns)


def losses(tau):
    inside, outside = [], []
    for j in range(m):
        inside.append(rows[:, j : j + k])
        outside.append(torch.cat([rows[:, :j], rows[:, j + k :]], dim=1))
    f = normalize(rest(torch.stack(outside, dim=1)), dim=2)
    g = normalize(run(torch.stack(inside, dim=1)), dim=2)
    likeness = torch.einsum("njc,nlc->njl", f, g) / tau
    return cross_entropy(likeness.transpose(1, 2), torch.arange(m).expand(12, m), reduction="none")


for net in (rest, run):
    net.eval()
icl = {"scores": flat(losses(0.1).mean(dim=1))}
for net in (rest, run):
    net.train()
loss = losses(0.1).mean()
loss.backward()
icl["loss"] = loss.item()
icl["gradient"] = [g for p in learnt for g in flat(p.grad)]

# Adversarially learned anomaly detection: five columns, z of two.


def dense(*widths):
    layers = []
    for i in range(1, len(widths)):
        layers += [nn.Linear(widths[i - 1], widths[i]), nn.LeakyReLU()]
    return nn.Sequential(*layers[:-1])


encoder, generator = dense(5, 4, 2), dense(2, 4, 5)
xz, xx, zz = dense(7, 3, 1), dense(10, 3, 1), dense(4, 3, 1)
makers = list(encoder.parameters()) + list(generator.parameters())
critics = list(xz.parameters()) + list(xx.parameters()) + list(zz.parameters())
fill(makers + critics, 0.7, 0.6)
x, z = rows, wave(24, 0.9, 1.5).view(12, 2)
bce = nn.BCEWithLogitsLoss()


def pair(critic, a, b):
    return critic(torch.cat([a, b], dim=1))


def judged(logits, true):
    return bce(logits, torch.full_like(logits, true))


code, made = encoder(x), generator(z)
rebuilt, found = generator(code), encoder(made)
maker_loss = (
    judged(pair(xz, x, code), 0.0)
    + judged(pair(xz, made, z), 1.0)
    + judged(pair(xx, x, rebuilt), 1.0)
    + judged(pair(zz, z, found), 1.0)
)
critic_loss = (
    judged(pair(xz, x, code), 1.0)
    + judged(pair(xz, made, z), 0.0)
    + judged(pair(xx, x, x), 1.0)
    + judged(pair(xx, x, rebuilt), 0.0)
    + judged(pair(zz, z, z), 1.0)
    + judged(pair(zz, z, found), 0.0)
)


def features(a, b):
    return xx[1](xx[0](torch.cat([a, b], dim=1)))


apart = features(x, x) - features(x, rebuilt)
alad = {
    "makers": maker_loss.item(),
    "critics": critic_loss.item(),
    "makersGradient": [g for t in torch.autograd.grad(maker_loss, makers, retain_graph=True) for g in flat(t)],
    "criticsGradient": [g for t in torch.autograd.grad(critic_loss, critics) for g in flat(t)],
    "scores": flat(apart.abs().sum(dim=1)),
    "featureMatching": flat(apart.norm(dim=1)),
}

# Spectral normalisation: what two training passes give, and the second's gradient by the weight.
layer = nn.Linear(5, 3)
fill([layer.weight, layer.bias], 0.7, 0.6)
layer = nn.utils.spectral_norm(layer)
with torch.no_grad():
    layer.weight_u.copy_(normalize(torch.ones(3), dim=0))
layer.train()
first = layer(x)
second = layer(x)
(second * wave(36, 2.1, 1.0).view(12, 3)).sum().backward()
spectral = {"first": flat(first), "second": flat(second), "gradient": flat(layer.weight_orig.grad)}

print(json.dumps({"icl": icl, "alad": alad, "spectral": spectral}, indent=1))
