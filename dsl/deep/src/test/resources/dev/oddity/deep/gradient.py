"""Writes gradient.pt for RowGradient: python gradient.py ../../../../../main/resources/dev/oddity/deep/gradient.pt

TorchScript with one call, torch.autograd.grad with create_graph, which DJL has no word for. Written with PyTorch 2.13.0; the
engine of DJL 0.35.1 is 2.7.1 and reads it. What only helps a debugger, and names the folder it was written in, is left out.
"""

import io
import sys
import zipfile

import torch


class Gradient(torch.nn.Module):
    def forward(self, out, rows):
        return torch.jit._unwrap_optional(torch.autograd.grad([out.sum()], [rows], create_graph=True)[0])


whole = io.BytesIO()
torch.jit.save(torch.jit.script(Gradient()), whole)
with zipfile.ZipFile(whole) as given, zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_STORED) as kept:
    for entry in given.infolist():
        inside = entry.filename.split("/", 1)[1]
        if not inside.endswith("debug_pkl") and not inside.startswith(".data"):
            kept.writestr(zipfile.ZipInfo("gradient/" + inside), given.read(entry))
