"""What PyTorch computes for the fixtures beside this file: python3 sequences.py > sequences.json

Written with torch 2.13.0 (CPU). Rows and weights come from sines, so that both sides can make them without sharing a file;
weights are filled one parameter after the other, in the order in which the modules are made here.
"""

import json
import math

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)


def wave(n, frequency, scale):
    return torch.tensor([scale * math.sin(frequency * (i + 1)) for i in range(n)], dtype=torch.float32)


def numbers(tensor):
    return [float(f"{v:.7g}") for v in tensor.detach().flatten()]


def filled(modules):
    parameters = [p for m in modules for p in m.parameters()]
    values = wave(sum(p.numel() for p in parameters), 0.7, 0.6)
    at = 0
    with torch.no_grad():
        for p in parameters:
            p.copy_(values[at : at + p.numel()].view_as(p))
            at += p.numel()
    return parameters


def trained(loss, parameters):
    loss.backward()
    return {"loss": loss.item(), "gradient": [v for p in parameters for v in numbers(p.grad)]}


def autoencoder(modules, rebuild, rows):
    parameters = filled(modules)
    for m in modules:
        m.train()
    result = trained((rebuild(rows) - rows).square().mean(), parameters)
    for m in modules:
        m.eval()
    return result | {"scores": numbers((rebuild(rows) - rows).square().flatten(1).sum(1).sqrt())}


fixtures = {}

# Images of 2 x 5 x 7, channels 3 and 4 with batch norm, code of 3.
images = wave(4 * 70, 1.3, 1.0).view(4, 2, 5, 7)
down = [nn.Conv2d(2, 3, 3, 2, 1), nn.BatchNorm2d(3), nn.Conv2d(3, 4, 3, 2, 1), nn.BatchNorm2d(4)]
code, back = nn.Linear(4 * 2 * 2, 3), nn.Linear(3, 4 * 2 * 2)
up = [nn.Conv2d(4, 3, 3, 1, 1), nn.BatchNorm2d(3), nn.Conv2d(3, 2, 3, 1, 1)]


def rebuilt_images(x):
    h = F.relu(down[3](down[2](F.relu(down[1](down[0](x))))))
    h = F.relu(back(code(h.flatten(1)))).view(-1, 4, 2, 2)
    h = F.relu(up[1](up[0](F.interpolate(h, size=(3, 4)))))
    return up[2](F.interpolate(h, size=(5, 7)))


fixtures["conv"] = autoencoder([*down, code, back, *up], rebuilt_images, images)

# Windows of 5 steps x 2 features.
windows = wave(4 * 10, 1.3, 1.0).view(4, 5, 2)


def recurrent(cell, both):
    width = 3 * (2 if both else 1)
    reader = cell(2, 3, 2, batch_first=True, bidirectional=both)
    writer, out = cell(width, width, 2, batch_first=True), nn.Linear(width, 2)

    def rebuild(x):
        last = reader(x)[1]
        last = last[0] if isinstance(last, tuple) else last
        last = torch.cat([last[-2], last[-1]], 1) if both else last[-1]
        return out(writer(last[:, None].repeat(1, 5, 1))[0]).flip(1)

    return autoencoder([reader, writer, out], rebuild, windows)


fixtures["lstm"] = recurrent(nn.LSTM, True)
fixtures["gru"] = recurrent(nn.GRU, False)

# Dilations 1 and 2, kernel 3, 3 channels, code of 2 channels at every second step.
into, narrow, widen, final = nn.Conv1d(2, 3, 1), nn.Conv1d(3, 2, 1), nn.Conv1d(2, 3, 1), nn.Conv1d(3, 2, 1)
series = lambda d: nn.Conv1d(3, 3, 3, padding=d, dilation=d)
encode, decode = [[series(d), series(d)] for d in (1, 2)], [[series(d), series(d)] for d in (2, 1)]


def rebuilt_series(x):
    h = into(x.transpose(1, 2))
    for first, second in encode:
        h = h + F.relu(second(F.relu(first(h))))
    h = widen(F.interpolate(F.avg_pool1d(narrow(h), 2, ceil_mode=True), size=5))
    for first, second in decode:
        h = h + F.relu(second(F.relu(first(h))))
    return final(h).transpose(1, 2)


fixtures["temporal"] = autoencoder(
    [into, *sum(encode, []), narrow, widen, *sum(decode, []), final], rebuilt_series, windows
)

# Width 4, 2 heads, 2 layers on each side, 6 between the linear maps, code of 3.
layers = lambda: [nn.TransformerEncoderLayer(4, 2, 6, 0, batch_first=True) for _ in range(2)]
enter, encoders, bottle = nn.Linear(2, 4), layers(), nn.Linear(20, 3)
leave, decoders, features = nn.Linear(3, 4), layers(), nn.Linear(4, 2)
positions = torch.tensor(
    [[f(t / 10000 ** (i / 4)) for i in (0, 2) for f in (math.sin, math.cos)] for t in range(5)], dtype=torch.float32
)


def rebuilt_by_attention(x):
    h = enter(x) + positions
    for layer in encoders:
        h = layer(h)
    h = leave(bottle(h.flatten(1)))[:, None] + positions
    for layer in decoders:
        h = layer(h)
    return features(h)


torch.backends.mha.set_fastpath_enabled(False)
fixtures["transformer"] = autoencoder(
    [enter, *encoders, bottle, leave, *decoders, features], rebuilt_by_attention, windows
)

# Forecasts of two steps; a step is judged by both forecasts that were made of it.
reader, head = nn.LSTM(2, 3, 2, batch_first=True), nn.Linear(3, 4)
parameters = filled([reader, head])
many = wave(40 * 10, 1.3, 1.0).view(40, 5, 2)


def errors(x):
    ahead = head(reader(x)[0])
    return torch.cat([x[:, 2:] - ahead[:, 1:4, 0:2], x[:, 2:] - ahead[:, 0:3, 2:4]], 2)


fixtures["forecaster"] = trained(errors(many).square().mean(), parameters)
flat = errors(many).detach().double().view(-1, 4)
mean = flat.mean(0)
covariance = (flat - mean).T @ (flat - mean) / len(flat)
covariance += (1e-6 * covariance.trace() / 4 + 1e-8) * torch.eye(4)
deviations = errors(windows).detach().double() - mean
shares = deviations * (deviations @ covariance.inverse())
fixtures["forecaster"] |= {
    "scores": numbers(shares.sum(2).mean(1).sqrt()),
    "contributions": numbers(F.pad(shares.view(4, 3, 2, 2).sum(2), (0, 0, 2, 0))),
}

# A classifier of images of 1 x 4 x 3 with one pooled convolution, weighted and focal; one image of four is an anomaly.
small = wave(4 * 12, 1.3, 1.0).view(4, 1, 4, 3)
conv, dense, out = nn.Conv2d(1, 3, 3, 1, 1), nn.Linear(3 * 2 * 2, 5), nn.Linear(5, 1)
parameters = filled([conv, dense, out])
y = torch.tensor([0.0, 1.0, 0.0, 0.0])


def log_odds(x):
    return out(F.relu(dense(F.max_pool2d(F.relu(conv(x)), 2, ceil_mode=True).flatten(1))))[:, 0]


p = torch.where(y == 1, log_odds(small).sigmoid(), 1 - log_odds(small).sigmoid())
cross_entropy = F.binary_cross_entropy_with_logits(log_odds(small), y, reduction="none")
weights = torch.where(y == 1, 4 / (2 * 1), 4 / (2 * 3))
fixtures["classifier"] = trained((weights * (1 - p) ** 2 * cross_entropy).mean(), parameters)
fixtures["classifier"]["scores"] = numbers(log_odds(small))

print("{" + ",\n".join(f"{json.dumps(name)}: {json.dumps(fixture)}" for name, fixture in fixtures.items()) + "}")
