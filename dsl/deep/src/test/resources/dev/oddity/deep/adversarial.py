"""What PyTorch computes for AdversarialParityTest: python3 adversarial.py > adversarial.json

Written with torch 2.13.0 (CPU), which differentiates twice. All inputs come from sines, as in parity.py.
"""

import json
import math

import torch

torch.set_num_threads(1)


def wave(n, frequency, scale):
    return torch.tensor([scale * math.sin(frequency * (i + 1)) for i in range(n)], dtype=torch.float32)


def flat(tensors):
    return [float(v) for t in tensors for v in t.detach().flatten()]


# A critic 4-5-3-1 and its penalty on six rows, for every activation.
activations = {
    "relu": torch.nn.ReLU,
    "leaky_relu": torch.nn.LeakyReLU,
    "elu": torch.nn.ELU,
    "gelu": torch.nn.GELU,
    "tanh": torch.nn.Tanh,
    "sigmoid": torch.nn.Sigmoid,
    "softplus": torch.nn.Softplus,
}
penalties = {}
for word, activation in activations.items():
    critic = torch.nn.Sequential(
        torch.nn.Linear(4, 5), activation(), torch.nn.Linear(5, 3), activation(), torch.nn.Linear(3, 1)
    )
    parameters = list(critic.parameters())
    values = wave(sum(p.numel() for p in parameters), 0.7, 0.6)
    at = 0
    with torch.no_grad():
        for p in parameters:
            p.copy_(values[at : at + p.numel()].view_as(p))
            at += p.numel()
    rows = wave(24, 1.3, 2.0).view(6, 4).requires_grad_()
    (gradient,) = torch.autograd.grad(critic(rows).sum(), rows, create_graph=True)
    penalty = ((gradient.norm(dim=1) - 1) ** 2).mean()
    # The last bias has no part in the gradient of D.
    second = torch.autograd.grad(penalty, parameters, allow_unused=True)
    second = [torch.zeros_like(p) if g is None else g for p, g in zip(parameters, second)]
    penalties[word] = {"gradient": flat([gradient]), "penalty": penalty.item(), "second": flat(second)}
    if word == "tanh":
        real, generated = rows.detach(), wave(24, 2.1, 1.5).view(6, 4)
        bce = torch.nn.BCEWithLogitsLoss()
        ones = torch.ones(6, 1)
        gan = {
            "discriminator": (bce(critic(real), ones) + bce(critic(generated), 0 * ones)).item(),
            "generator": bce(critic(generated), ones).item(),
            "wasserstein": -critic(generated).mean().item(),
        }

print(json.dumps({"penalties": penalties, "gan": gan}, indent=1))
