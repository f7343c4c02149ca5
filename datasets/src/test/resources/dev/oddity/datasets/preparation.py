"""Writes preparation-*.csv with scikit-learn 1.2.1 and NumPy (Debian 12: python3-sklearn).

Rows 0..29 train, 30..39 are only transformed. Values of a and c are missing in places (empty cells); in row 35 the
category is one that training has not.
"""
import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, RobustScaler, StandardScaler

rng = np.random.default_rng(7)
rows, train = 40, 30
a = np.round(rng.normal(1000, 3, rows), 4)
b = np.round(np.exp(rng.normal(0, 2, rows)), 4)
c = rng.integers(0, 5, rows).astype(float)
k = rng.choice(["tcp", "udp", "icmp"], rows).astype(object)
a[[3, 17, 33]] = np.nan
c[[5, 38]] = np.nan
k[35] = "gre"

def cell(value):
    return "" if isinstance(value, float) and np.isnan(value) else repr(value) if isinstance(value, float) else value

with open("preparation-input.csv", "w") as out:
    out.write("a,b,k,c\n")
    for row in zip(a.tolist(), b.tolist(), k, c.tolist()):
        out.write(",".join(cell(value) for value in row) + "\n")

numbers = np.column_stack([a, b, c])
for name, strategy, scaler in [("standard", "median", StandardScaler()), ("minMax", "mean", MinMaxScaler()),
                               ("robust", "median", RobustScaler())]:
    pipe = make_pipeline(SimpleImputer(strategy=strategy), scaler).fit(numbers[:train])
    scaled = pipe.transform(numbers)
    encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False).fit(k[:train, None])
    coded = encoder.transform(k[:, None])
    block = np.column_stack([scaled[:, :2], coded, scaled[:, 2:]])
    header = "a,b," + ",".join("k=" + category for category in encoder.categories_[0]) + ",c"
    np.savetxt(f"preparation-{name}.csv", block, fmt="%.17g", delimiter=",", header=header, comments="")
