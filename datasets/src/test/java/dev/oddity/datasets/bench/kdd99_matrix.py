"""KDD Cup 1999, 10 %, from file to a float32 matrix with pandas: read_csv, get_dummies, z-scores.

Prints the seconds of each run (imports left out) and the matrix's shape. The first argument is the file, the second the
number of runs.
"""
import sys
import time

import numpy as np
import pandas as pd

path, runs = sys.argv[1], int(sys.argv[2])
texts = [1, 2, 3]
for run in range(runs):
    start = time.perf_counter()
    table = pd.read_csv(path, header=None)
    features = table.drop(columns=41)
    numbers = features.drop(columns=texts).astype(np.float64)
    numbers = numbers.loc[:, numbers.std(ddof=0) > 0]
    scaled = (numbers - numbers.mean()) / numbers.std(ddof=0)
    matrix = pd.concat([scaled, pd.get_dummies(features[texts])], axis=1).to_numpy(np.float32)
    print(time.perf_counter() - start, *matrix.shape, flush=True)
