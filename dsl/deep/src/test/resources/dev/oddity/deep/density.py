"""What PyTorch computes for density.json beside this file: python3 density.py > density.json

Written with torch 2.13.0 (CPU) in double precision. All inputs come from sines, so that both sides can make them without
sharing a file.
"""

import json
import math

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def wave(n, frequency, scale):
    return torch.tensor([scale * math.sin(frequency * (i + 1)) for i in range(n)])


def flat(tensors):
    return [float(v) for t in tensors for v in t.detach().flatten()]


def filled(*modules):
    """The parameters of the modules, from one wave."""
    parameters = [p for m in modules for p in m.parameters()]
    values = wave(sum(p.numel() for p in parameters), 0.7, 0.6)
    at = 0
    with torch.no_grad():
        for p in parameters:
            p.copy_(values[at : at + p.numel()].view_as(p))
            at += p.numel()
    return parameters


def gradients(loss, parameters):
    for p in parameters:
        p.grad = None
    loss.backward(retain_graph=True)
    return flat(torch.zeros_like(p) if p.grad is None else p.grad for p in parameters)


linear, tanh = torch.nn.Linear, torch.nn.Tanh
rows = wave(60, 1.3, 2.0).view(12, 5)
result = {}

# The energy of a mixture of three components in four dimensions, by torch.distributions.
D, K = 4, 3
shares = torch.softmax(wave(K, 1.1, 1.0), 0)
means = wave(K * D, 0.8, 1.5).view(K, D)
roots = wave(K * D * D, 1.7, 1.0).view(K, D, D)
covariances = roots @ roots.transpose(1, 2) + 0.05 * torch.eye(D)
points = wave(10 * D, 0.37, 4.0).view(10, D)
normal = torch.distributions.MultivariateNormal(means, covariances)
mixture = torch.distributions.MixtureSameFamily(torch.distributions.Categorical(shares), normal)
result["shares"], result["covariances"] = flat([shares]), flat([covariances])
result["energy"] = flat([-mixture.log_prob(points)])

# DAGMM 5-4-1-4-5 with an estimation network 3-3-2, no dropout: the three terms of J and the gradient of each.
encoder = torch.nn.Sequential(linear(5, 4), tanh(), linear(4, 1))
decoder = torch.nn.Sequential(linear(1, 4), tanh(), linear(4, 5))
estimation = torch.nn.Sequential(linear(3, 3), tanh(), linear(3, 2), torch.nn.Softmax(1))
parameters = filled(encoder, decoder, estimation)
code = encoder(rows)
rebuilt = decoder(code)
distance = (rows - rebuilt).norm(dim=1) / rows.norm(dim=1)
cosine = torch.nn.functional.cosine_similarity(rows, rebuilt, dim=1)
z = torch.cat([code, distance[:, None], cosine[:, None]], 1)
gamma = estimation(z)
phi = gamma.mean(0)
mu = torch.stack([(gamma[:, k, None] * z).sum(0) / gamma[:, k].sum() for k in range(2)])
sigma = torch.stack(
    [
        sum(gamma[i, k] * torch.outer(z[i] - mu[k], z[i] - mu[k]) for i in range(12)) / gamma[:, k].sum()
        for k in range(2)
    ]
) + 1e-2 * torch.eye(3)
whole = torch.distributions.MixtureSameFamily(
    torch.distributions.Categorical(phi), torch.distributions.MultivariateNormal(mu, sigma)
)
energy = -whole.log_prob(z)
terms = {
    "reconstruction": (rows - rebuilt).square().sum(1).mean(),
    "energy": energy.mean(),
    "flatness": sum((1 / sigma[k].diagonal()).sum() for k in range(2)),
}
result["dagmm"] = {
    "features": flat([z]),
    "shares": flat([phi]),
    "means": flat([mu]),
    "covariances": flat([sigma]),
    "energies": flat([energy]),
    "terms": {name: term.item() for name, term in terms.items()},
    "gradients": {name: gradients(term, parameters) for name, term in terms.items()},
}

# Deep SVDD 5-4-3 without biases, leaky relu, around a fixed centre.
svdd = torch.nn.Sequential(linear(5, 4, bias=False), torch.nn.LeakyReLU(0.01), linear(4, 3, bias=False))
parameters = filled(svdd)
out = svdd(rows)
centre = out.mean(0).detach()
centre = torch.where((centre.abs() < 0.1) & (centre < 0), torch.tensor(-0.1), centre)
centre = torch.where((centre.abs() < 0.1) & (centre >= 0), torch.tensor(0.1), centre)
distances = (out - centre).square().sum(1)
result["svdd"] = {
    "centre": flat([centre]),
    "scores": flat([distances]),
    "loss": distances.mean().item(),
    "gradient": gradients(distances.mean(), parameters),
}

# ‖∂f/∂x‖² of an encoder 5-4-3, by autograd, for each activation.
activations = {
    "relu": torch.nn.ReLU(),
    "leaky_relu": torch.nn.LeakyReLU(0.01),
    "elu": torch.nn.ELU(),
    "gelu": torch.nn.GELU(),
    "tanh": torch.nn.Tanh(),
    "sigmoid": torch.nn.Sigmoid(),
    "softplus": torch.nn.Softplus(),
}
result["contraction"] = {}
for name, activation in activations.items():
    chain = torch.nn.Sequential(linear(5, 4), activation, linear(4, 3), activation)
    parameters = filled(chain)
    jacobians = torch.autograd.functional.jacobian(lambda x: chain(x).sum(0), rows, create_graph=True)
    contraction = jacobians.square().sum((0, 2))
    result["contraction"][name] = {
        "each": flat([contraction]),
        "gradient": gradients(contraction.mean(), parameters),
    }

# MemAE 5-4-3 (linear code) with a memory of six items, shrinkage 1/6.
encoder = torch.nn.Sequential(linear(5, 4), torch.nn.ReLU(), linear(4, 3))
memory = torch.nn.ParameterList([torch.nn.Parameter(torch.zeros(6, 3))])
decoder = torch.nn.Sequential(linear(3, 4), torch.nn.ReLU(), linear(4, 5))
parameters = filled(encoder, memory, decoder)
code = encoder(rows)
address = torch.softmax(torch.nn.functional.cosine_similarity(code[:, None], memory[0][None], dim=2), 1)
threshold = 1 / 6
shrunk = torch.relu(address - threshold) * address / ((address - threshold).abs() + 1e-12)
shrunk = shrunk / shrunk.sum(1, keepdim=True)
rebuilt = decoder(shrunk @ memory[0])
entropy = -(shrunk * (shrunk + 1e-12).log()).sum(1)
loss = (rebuilt - rows).square().mean() + 0.3 * entropy.mean()
result["memory"] = {
    "address": flat([shrunk]),
    "scores": flat([(rebuilt - rows).norm(dim=1)]),
    "loss": loss.item(),
    "gradient": gradients(loss, parameters),
}

print(json.dumps(result, indent=1))
