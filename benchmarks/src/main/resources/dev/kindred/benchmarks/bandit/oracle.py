"""Off-policy estimates of the Open Bandit logs by the plain formulas, in numpy.

Wrote estimates.csv beside it: python3 oracle.py DATA > estimates.csv, where DATA holds
open-bandit. Shares no code with Kindred. Policies learn from the same campaign's other log.
"""
import csv
import sys

import numpy as np

FOLDS, RIDGE = 3, 1.0


def load(path):
    with open(path, newline="") as f:
        rows = list(csv.DictReader(f))
    n_arms = sum(name.startswith("user-item_affinity_") for name in rows[0])
    return dict(
        n=n_arms,
        a=np.array([int(r["item_id"]) for r in rows]),
        k=np.array([int(float(r["position"])) - 1 for r in rows]),
        r=np.array([float(r["click"]) for r in rows]),
        p=np.array([float(r["propensity_score"]) for r in rows]),
        x=np.array(
            [[np.float32(r["user-item_affinity_%d" % j]) for j in range(n_arms)] for r in rows],
            dtype=np.float64,
        ),
    )


def ranking(log):
    means = []
    for arm in range(log["n"]):
        shown = log["a"] == arm
        means.append(log["r"][shown].mean() if shown.any() else 0.0)
    return sorted(range(log["n"]), key=lambda arm: (-means[arm], arm))


def step(left, ranked, eps):
    best = next(arm for arm in ranked if arm in left)
    return {arm: eps / len(left) + (1 - eps) * (arm == best) for arm in left}


def slate(ranked, eps, places=3):
    """Walks all first and second choices."""
    n = len(ranked)
    out = np.zeros((places, n))
    everything = set(range(n))
    for first, p1 in step(everything, ranked, eps).items():
        out[0, first] += p1
        if p1 == 0:
            continue
        rest = everything - {first}
        for second, p2 in step(rest, ranked, eps).items():
            out[1, second] += p1 * p2
            if p2 == 0:
                continue
            for third, p3 in step(rest - {second}, ranked, eps).items():
                out[2, third] += p1 * p2 * p3
    return out


def design(log, arms):
    m, n = len(log["a"]), log["n"]
    phi = np.zeros((m, n + 4))
    phi[np.arange(m), arms] = 1
    phi[np.arange(m), n + log["k"]] = 1
    phi[:, n + 3] = log["x"][np.arange(m), arms]
    return phi


def rewards(log):
    m, n = len(log["a"]), log["n"]
    q = np.zeros((m, n))
    phi = design(log, log["a"])
    fold = np.arange(m) % FOLDS
    for f in range(FOLDS):
        train, test = fold != f, fold == f
        gram = phi[train].T @ phi[train] + RIDGE * np.eye(n + 4)
        theta = np.linalg.solve(gram, phi[train].T @ log["r"][train])
        for arm in range(n):
            q[test, arm] = (design(log, np.full(m, arm)) @ theta)[test]
    return q


def mean(terms):
    return terms.mean(), terms.std(ddof=1) / np.sqrt(len(terms))


def estimates(log, pi, q):
    rows = np.arange(len(log["a"]))
    w = pi[log["k"], log["a"]] / log["p"]
    direct = (pi[log["k"]] * q).sum(axis=1)
    yield "ipw", *mean(w * log["r"])
    s = (w * log["r"]).sum() / w.sum()
    yield "snipw", s, (w * (log["r"] - s) / w.mean()).std(ddof=1) / np.sqrt(len(w))
    yield "dm", *mean(direct)
    yield "dr", *mean(direct + w * (log["r"] - q[rows, log["a"]]))
    if np.isin(pi, (0, 1)).all():
        accepted = pi[log["k"], log["a"]] == 1
        hits, values = accepted.astype(float), np.where(accepted, log["r"], 0)
        v = values.sum() / hits.sum()
        yield "replay", v, ((values - v * hits) / hits.mean()).std(ddof=1) / np.sqrt(len(hits))


def main(data):
    print("log,campaign,policy,estimator,value,se")
    for campaign in ("men", "women"):
        logs = {b: load(f"{data}/open-bandit/{b}/{campaign}.csv") for b in ("random", "bts")}
        for behaviour, other in (("random", "bts"), ("bts", "random")):
            log = logs[behaviour]
            q = rewards(log)
            ranked = ranking(logs[other])
            policies = {
                "uniform": np.full((3, log["n"]), 1 / log["n"]),
                "greedy": slate(ranked, 0.0),
                "epsilon:0.1": slate(ranked, 0.1),
            }
            for policy, pi in policies.items():
                for estimator, value, se in estimates(log, pi, q):
                    print(f"{behaviour},{campaign},{policy},{estimator},{value:.17g},{se:.17g}")


main(sys.argv[1])
