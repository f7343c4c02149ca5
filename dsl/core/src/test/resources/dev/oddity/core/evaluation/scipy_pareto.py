"""Writes scipy-pareto.json: what scipy.stats.genpareto says about excesses drawn from known distributions.

Run beside this file: /usr/bin/python3 scipy_pareto.py (scipy 1.10.1, numpy 1.24.2 when last run). scipy minimises by
Nelder and Mead from its own start; the fit here is polished once more from there, to 1e-10.
"""
import json

import numpy
import scipy
from scipy.optimize import minimize
from scipy.stats import genpareto


def case(seed, shape, scale, count):
    excesses = genpareto.rvs(shape, scale=scale, size=count, random_state=seed)

    def loss(parameters):
        return -genpareto.logpdf(excesses, parameters[0], scale=parameters[1]).mean()

    start = genpareto.fit(excesses, floc=0)
    best = minimize(loss, [start[0], start[2]], method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-14, "maxiter": 4000})
    fitted_shape, fitted_scale = best.x
    return {
        "trueShape": shape,
        "trueScale": scale,
        "excesses": excesses.tolist(),
        "shape": fitted_shape,
        "scale": fitted_scale,
        "logLikelihood": -best.fun,
        "exceededBy": {q: genpareto.isf(float(q), fitted_shape, scale=fitted_scale) for q in ["0.1", "0.01", "0.0001"]},
    }


cases = [
    case(1, 0.0, 1.0, 300),
    case(2, 0.3, 2.0, 300),
    case(3, 1.2, 0.01, 200),
    case(4, -0.2, 5.0, 300),
    case(5, -0.45, 100.0, 200),
    case(6, 0.1, 1.0, 12),
]
with open("scipy-pareto.json", "w") as file:
    json.dump({"versions": {"scipy": scipy.__version__, "numpy": numpy.__version__}, "cases": cases}, file)
    file.write("\n")
