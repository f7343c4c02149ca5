"""Writes series-references.json: what the authors' own programs say about fixed series.

Run as: /usr/bin/python3 series_references.py FOLDER, FOLDER holding the sources of
  affil  ahstat/affiliation-metrics-py 8d84498 (MIT)
  tsad   IntelLabs/TSAD-Evaluator 3dd267b (MIT), its src compiled to src/evaluate with -include climits and 17 digits
  vus    TheDatumOrg/VUS d0f2a44 (Apache-2.0), which imports tqdm: a stub of one line in the folder stub will do
  nab    numenta/NAB ea702d7 (MIT)
Point adjustment is that of DeepOD (xuhongzuo/DeepOD 112484f, deepod/metrics/_tsad_adjustment.py: every point of an anomaly takes the highest
score in it), said in one line of numpy below; the F1 of adjusted points is scikit-learn's. Last run with numpy 1.24.2 and
scikit-learn 1.2.1. No program of theirs is part of Oddity: what is kept here is what they answer.
"""
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy

folder = Path(sys.argv[1])
sys.path[:0] = [str(folder / part) for part in ("affil", "vus", "nab", "stub")]
from affiliation.generics import convert_vector_to_events
from affiliation.metrics import pr_from_events
from nab.sweeper import AnomalyPoint, Sweeper
from sklearn import metrics as scikit
from vus.utils.metrics import metricor

PROFILES = json.loads((folder / "nab/config/profiles.json").read_text())


def events(labels):
    return [(start, end) for start, end in convert_vector_to_events(labels)]


def affiliation(labels, called):
    if not any(called):
        return None
    found = pr_from_events(events(called), events(labels), (0, len(labels)))
    return {"precision": found["precision"], "recall": found["recall"]}


def ranges(labels, called, alpha):
    with tempfile.TemporaryDirectory() as where:
        for name, bits in (("real", labels), ("pred", called)):
                Path(where, name).write_text("".join(f"{int(bit)}\n" for bit in bits))
        said = subprocess.run(
            [folder / "tsad/src/evaluate", "-t", f"{where}/real", f"{where}/pred", "1", str(alpha), "reciprocal", "flat", "flat"],
            capture_output=True, text=True, check=True).stdout
    figures = dict(line.split(" = ") for line in said.splitlines() if " = " in line)
    return {"precision": float(figures["Precision"]), "recall": float(figures["Recall"])}


def volumes(labels, scores, buffer):
    *_, roc, pr = metricor().RangeAUC_volume_opt(numpy.array(labels, dtype=int), numpy.array(scores), buffer)
    return {"buffer": buffer, "roc": roc, "pr": pr}


def nab(labels, called, profile):
    """At one threshold, without a probationary period; normalised as NAB's runner does, by null and perfect detector."""
    costs = PROFILES[profile]["CostMatrix"]
    sweeper = Sweeper(probationPercent=0, costMatrix=costs)
    windows = [(start, end - 1) for start, end in events(labels)]
    _, row = sweeper.scoreDataSet(range(len(labels)), [float(bit) for bit in called], windows, "series", 1.0)
    null = -costs["fnWeight"] * len(windows)
    if not any(called):
        return 0.0
    return 100 * (row.score - null) / (costs["tpWeight"] * len(windows) - null)


def adjusted(labels, scores):
    raised = numpy.array(scores)
    for start, end in events(labels):
        raised[start:end] = raised[start:end].max()
    return raised


def best_f1(labels, scores):
    precision, recall, _ = scikit.precision_recall_curve(labels, scores)
    with numpy.errstate(invalid="ignore"):
        return float(numpy.nanmax(2 * precision * recall / (precision + recall)))


def case(name, labels, scores, threshold, buffers):
    called = [score > threshold for score in scores]
    raised = adjusted(labels, scores)
    return {
        "name": name,
        "scores": scores,
        "anomalies": events(labels),
        "threshold": threshold,
        "affiliation": affiliation(labels, called),
        "ranges": ranges(labels, called, 0),
        "rangesWithExistence": ranges(labels, called, 0.25),
        "volumes": [volumes(labels, scores, buffer) for buffer in buffers],
        "nab": {profile: nab(labels, called, profile) for profile in PROFILES},
        "pointAdjustedF1": scikit.f1_score(labels, raised > threshold, zero_division=0),
        "bestPointAdjustedF1": best_f1(labels, raised),
    }


def drawn(seed, points, anomalies, longest, shift, spell, lag=0):
    """Anomalies of 2 to `longest` points; scores are smoothed noise, raised `lag` points after each anomaly's start."""
    draw = random.Random(seed)
    labels = [False] * points
    for _ in range(anomalies):
        start = draw.randrange(points)
        for point in range(start, min(points, start + draw.randint(2, longest))):
            labels[point] = True
    noise = [draw.gauss(0, 1) for _ in range(points + 2)]
    scores = [
        spell(sum(noise[point:point + 3]) / 3 + (shift if labels[max(0, point - lag)] else 0)) for point in range(points)
    ]
    return labels, scores


def marks(points, anomalies, alarms):
    labels = [any(start <= point < end for start, end in anomalies) for point in range(points)]
    return labels, [float(any(start <= point < end for start, end in alarms)) for point in range(points)]


def rounded(score):
    return round(score, 3)


cases = [
    case("smooth scores", *drawn(1, 400, 5, 20, 1.2, rounded), 0.8, [0, 1, 10, 41]),
    case("late scores", *drawn(2, 300, 4, 30, 1.5, rounded, lag=5), 1.0, [20]),
    case("many ties", *drawn(3, 300, 6, 12, 1.0, lambda score: float(round(score))), 0.0, [9]),
    case("anomalies at both ends", *marks(60, [(0, 6), (30, 34), (55, 60)], [(2, 4), (20, 31), (33, 36), (58, 60)]), 0.5, [4, 30]),
    case("anomalies close together", *marks(50, [(10, 14), (16, 19), (22, 23 + 1)], [(12, 13), (17, 18), (40, 44)]), 0.5, [6]),
    case("one missed", *marks(80, [(10, 20), (50, 60)], [(15, 17)]), 0.5, [12]),
    case("nothing called", *drawn(4, 120, 3, 10, 1.0, rounded), 50.0, [8]),
    case("everything called", *drawn(5, 120, 3, 10, 1.0, rounded), -50.0, [8]),
    case("perfect", *marks(100, [(20, 30), (70, 75)], [(20, 30), (70, 75)]), 0.5, [10]),
    case("just beside", *marks(100, [(20, 30), (70, 75)], [(30, 33), (66, 70)]), 0.5, [10]),
    case("no better than chance", *drawn(6, 500, 6, 25, 0.0, rounded), 0.5, [25]),
]

with open("series-references.json", "w") as file:
    json.dump({"cases": cases}, file)
    file.write("\n")
