"""Writes artifacts as somebody who trained elsewhere would, and what they must answer.

    python3 parity.py DIRECTORY

Needs NumPy only. For each kind: manifest.json and model.safetensors with drawn weights, and
parity.json with histories and the score of every item, computed here in double precision without
any of Kindred's code. `als` is not written but read, as are `sasrec` and `gru`, so that stored artifacts are checked too.
"""
import hashlib
import json
import pathlib
import struct
import sys

import numpy as np

TYPES = {"F32": np.float32, "I32": np.int32, "I64": np.int64, "U8": np.uint8}
NAMES = {np.dtype(t): n for n, t in TYPES.items()}
ITEMS = {
    "i0": {"genre": ["horror"], "price": 5},
    "i1": {"genre": ["horror", "gothic"], "price": 12.5},
    "i2": {"genre": ["comedy"], "price": 20},
    "i3": {"genre": ["comedy", "gothic"], "price": 3},
    "i4": {"genre": [], "price": 30},
    "i5": {"genre": ["horror", "comedy"]},
    "new": {"genre": ["gothic"], "price": 14},
    "unknown": {},
}
TRAINED = ["i0", "i1", "i2", "i3", "i4", "i5"]
FEATURES = ["genre=horror", "genre=comedy", "genre=gothic", "price#0", "price#1", "price#2"]
BOUNDS = [10.0, 15.0]
CONTENT = {"keywords": ["genre"], "numbers": {"price": BOUNDS}}
CONTEXT = ["device=mobile", "hour=12", "weekday=7", "weekday=1", "country=US"]
CASES = [
    {"history": ["i0"], "context": {}},
    {"history": ["i3", "i1", "nobody", "i4"], "context": {"device": "mobile"}},
    {"history": ["i5", "i2", "i0", "i3"], "context": {"device": "desktop"}},
    {"history": ["new", "i1"], "context": {"device": "mobile"}},
]
NOW = ["hour=12", "weekday=7"]  # 2026-03-01T12:00:00Z, a Sunday
rng = np.random.default_rng(20260301)


def strings(name, values):
    data = [v.encode() for v in values]
    return {
        name + ".utf8": np.frombuffer(b"".join(data), np.uint8),
        name + ".offsets": np.cumsum([0] + [len(d) for d in data]).astype(np.int64),
    }


def write(folder, kind, settings, tensors, fields):
    folder.mkdir(parents=True, exist_ok=True)
    header, at, blobs = {}, 0, []
    for name in sorted(tensors):
        blob = np.ascontiguousarray(tensors[name]).tobytes()
        header[name] = {
            "dtype": NAMES[tensors[name].dtype],
            "shape": list(tensors[name].shape),
            "data_offsets": [at, at + len(blob)],
        }
        at += len(blob)
        blobs.append(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    data = struct.pack("<Q", len(text)) + text + b"".join(blobs)
    (folder / "model.safetensors").write_bytes(data)
    manifest = {
        "format": 1, "kind": kind, "name": kind, "version": "2026-02-28T00:00:00Z",
        "trained_at": "2026-02-28T00:00:00Z", "trainer": {"trainer": "numpy"}, "data": {},
        "metrics": {}, "fields": fields, "settings": settings,
        "tensors": {"file": "model.safetensors", "sha256": hashlib.sha256(data).hexdigest()},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def read(folder):
    data = (folder / "model.safetensors").read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + size])
    tensors = {}
    for name, t in header.items():
        if name != "__metadata__":
            a, b = t["data_offsets"]
            raw = np.frombuffer(data[8 + size + a : 8 + size + b], TYPES[t["dtype"]])
            tensors[name] = raw.reshape(t["shape"])
    return tensors, json.loads((folder / "manifest.json").read_text())["settings"]


def names(tensors, name):
    data, offsets = tensors[name + ".utf8"].tobytes(), tensors[name + ".offsets"]
    return [data[a:b].decode() for a, b in zip(offsets, offsets[1:])]


def parity(folder, score, cases=CASES, items=ITEMS):
    """Every item's score by case; null for an item that the model knows nothing of."""
    out = []
    for case in cases:
        scores = {i: score(case, i) for i in items}
        known = [i for i in scores if scores[i] is not None]
        top = sorted(known, key=lambda i: -scores[i])[:5]
        out.append({**case, "scores": scores, "top": top})
    text = json.dumps({"items": items, "cases": out}, indent=1)
    (folder / "parity.json").write_text(text + "\n")


def features(fields):
    names = ["genre=" + g for g in fields.get("genre", [])]
    if "price" in fields:
        names.append("price#%d" % sum(fields["price"] >= b for b in BOUNDS))
    return names


def describe(table, item, content):
    """The own row plus the mean of the features' rows; None when nothing is known."""
    rows = [FEATURES.index(f) for f in features(ITEMS.get(item, {}))] if content else []
    if item not in TRAINED and not rows:
        return None
    out = np.zeros(table.shape[1])
    if item in TRAINED:
        out += table[TRAINED.index(item)]
    if rows:
        out += np.mean([table[len(TRAINED) + r] for r in rows], axis=0)
    return out


def now(case):
    holds = set(NOW) | {"%s=%s" % c for c in case["context"].items()}
    return [c for c in CONTEXT if c in holds]


def space(content):
    feats = FEATURES if content else []
    by = [[FEATURES.index(f) for f in features(ITEMS[i])] if content else [] for i in TRAINED]
    return {
        **strings("items", TRAINED),
        **strings("features", feats),
        "item_features.starts": np.cumsum([0] + [len(b) for b in by]).astype(np.int64),
        "item_features": np.array([f for b in by for f in b], np.int32),
    }


def draw(*shape):
    return rng.normal(0, 0.8, shape).astype(np.float32)


def relu(x):
    return np.maximum(x, 0)


def liked(case, table, content, length):
    rows = [describe(table, i, content) for i in reversed(case["history"])]
    return [r for r in rows if r is not None][:length]


def joint(folder, kind, k, m, layers, exponent, content):
    context = CONTEXT if content else []
    n = len(TRAINED) + (len(FEATURES) if content else 0)
    t = {
        **space(content),
        "item_factors": draw(n, k), "item_embedding": draw(n, m), "item_bias": draw(n),
        "history_factors": draw(n, k), "history_embedding": draw(n, m),
        "context_embedding": draw(len(context), m),
    }
    width = 2 * m
    for l, w in enumerate(layers):
        t["hidden.%d.weight" % l], t["hidden.%d.bias" % l] = draw(width, w), draw(w)
        width = w
    t["output.weight"], t["output.bias"] = draw(k + width, 1), draw(1)
    settings = {
        "factors": k, "embedding": m, "layers": layers, "history_exponent": exponent,
        "length": 3, "content": CONTENT if content else {"keywords": [], "numbers": {}},
        "context": context,
    }
    fields = [{"name": "model." + kind, "type": "floats", "dimension": k + 1 + layers[0]}]
    wide = None
    if content:
        wide = np.zeros((len(context) + n, n), np.float32)
        mask = rng.random(wide.shape) < 0.3
        wide[mask] = draw(int(mask.sum()))
        t["wide.starts"] = np.cumsum([0] + list((wide != 0).sum(1))).astype(np.int64)
        t["wide.columns"] = np.nonzero(wide)[1].astype(np.int32)
        t["wide.weights"] = wide[wide != 0]
        fields.append({"name": "model.%s.wide" % kind, "type": "sparse", "dimension": 0})
    write(folder, kind, settings, t, fields)

    def crossed(case, item):
        def rows(i):
            own = [TRAINED.index(i)] if i in TRAINED else []
            return own + [len(TRAINED) + FEATURES.index(f) for f in features(ITEMS.get(i, {}))]

        recent = [i for i in reversed(case["history"]) if rows(i)][:3]
        present = {len(context) + r for i in recent for r in rows(i)}
        present |= {context.index(c) for c in now(case)}
        return sum(float(wide[p, c]) for p in present for c in rows(item))

    def score(case, item):
        q = describe(t["item_factors"].astype(float), item, content)
        if q is None:
            return None
        e = describe(t["item_embedding"].astype(float), item, content)
        bias = describe(t["item_bias"].astype(float)[:, None], item, content)[0]
        past = liked(case, t["history_factors"].astype(float), content, 3)
        p = sum(past) / len(past) ** exponent
        u = sum(liked(case, t["history_embedding"].astype(float), content, 3))
        u = u / len(past) ** exponent
        if content:
            u = u + sum(t["context_embedding"][CONTEXT.index(c)].astype(float) for c in now(case))
        x = np.concatenate([u, e])
        for l in range(len(layers)):
            x = relu(x @ t["hidden.%d.weight" % l].astype(float) + t["hidden.%d.bias" % l])
        logit = np.concatenate([p * q, x]) @ t["output.weight"].astype(float)
        logit = float(logit[0] + t["output.bias"][0] + bias)
        return logit + (crossed(case, item) if content else 0)

    parity(folder, score)


def twotower(folder, d, m, layers, temperature):
    n = len(TRAINED) + len(FEATURES)
    t = {
        **space(True),
        "item_embedding": draw(n, d), "history_embedding": draw(n, m),
        "context_embedding": draw(len(CONTEXT), m),
    }
    width = m + 1
    for l, w in enumerate(layers + [d]):
        t["tower.%d.weight" % l], t["tower.%d.bias" % l] = draw(width, w), draw(w)
        width = w
    settings = {
        "factors": d, "embedding": m, "layers": layers, "length": 3, "temperature": temperature,
        "content": CONTENT, "context": CONTEXT,
    }
    fields = [{"name": "model.twotower", "type": "vector", "dimension": d}]
    write(folder, "twotower", settings, t, fields)

    def score(case, item):
        v = describe(t["item_embedding"].astype(float), item, True)
        if v is None:
            return None
        past = liked(case, t["history_embedding"].astype(float), True, 3)
        x = np.mean(past, axis=0)
        x = x + sum(t["context_embedding"][CONTEXT.index(c)].astype(float) for c in now(case))
        x = np.append(x, 0.0)
        for l in range(len(layers) + 1):
            x = x @ t["tower.%d.weight" % l].astype(float) + t["tower.%d.bias" % l]
            x = relu(x) if l < len(layers) else x
        return float(x @ v / np.linalg.norm(x) / np.linalg.norm(v) / temperature)

    parity(folder, score)


def als(folder):
    t, s = read(folder)
    y = t["item_factors"].astype(float)
    ids = names(t, "items")

    def score(case, item):
        past = [ids.index(i) for i in case["history"] if i in ids]
        observed = s["alpha"] * len(past)
        a = s["unobserved"] * y.T @ y + s["alpha"] * y[past].T @ y[past]
        power = (observed + s["unobserved"] * len(ids)) ** s["frequency_exponent"]
        a += s["regularization"] * power * np.eye(y.shape[1])
        u = np.linalg.solve(a, (s["unobserved"] + s["alpha"]) * y[past].sum(0))
        return float(u @ y[ids.index(item)]) if item in ids and y[ids.index(item)].any() else None

    cases = [{"history": ids[:1], "context": {}}, {"history": ids[1:4], "context": {}}]
    parity(folder, score, cases, {i: {} for i in ids + ["unknown"]})


def sequences(ids):
    """Histories of one item, with an unknown one, and longer than the window."""
    histories = [ids[:1], ids[1:4] + ["unknown"] + ids[:1], (ids + ids[::-1] + ids)[:11]]
    return [{"history": h, "context": {}} for h in histories]


def sasrec(folder):
    t, s = read(folder)
    t = {name: x.astype(float) if x.dtype == np.float32 else x for name, x in t.items()}
    table, width, heads = t["item_embeddings"], s["factors"], s["heads"]
    size = width // heads

    def norm(x, name):
        z = x - x.mean(1, keepdims=True)
        z = z / np.sqrt((z**2).mean(1, keepdims=True) + 1e-5)
        return z * t[name + ".weight"] + t[name + ".bias"]

    def dense(x, name):
        return x @ t[name + ".weight"] + t[name + ".bias"]

    def attend(x, name):
        qkv = dense(norm(x, name + ".norm1"), name + ".attention.qkv")
        out = np.zeros_like(x)
        for h in range(heads):
            q, k, v = (qkv[:, p * width + h * size : p * width + (h + 1) * size] for p in range(3))
            for i in range(len(x)):
                w = np.exp(k[: i + 1] @ q[i] / np.sqrt(size))
                out[i, h * size : (h + 1) * size] = w / w.sum() @ v[: i + 1]
        return dense(out, name + ".attention.output")

    def score(case, item):
        if item not in ids:
            return None
        past = [ids.index(i) for i in case["history"] if i in ids][-s["length"] :]
        x = table[past] * np.sqrt(width) + t["positions"][: len(past)]
        for b in range(s["layers"]):
            name = "blocks.%d" % b
            x = x + attend(x, name)
            y = dense(norm(x, name + ".norm2"), name + ".inner")
            x = x + dense(relu(y), name + ".outer")
        return float(norm(x, "norm")[-1] @ table[ids.index(item)])

    ids = names(t, "items")
    parity(folder, score, sequences(ids), {i: {} for i in ids + ["unknown"]})


def gru(folder):
    t, s = read(folder)
    t = {name: x.astype(float) if x.dtype == np.float32 else x for name, x in t.items()}
    ids, d = names(t, "items"), s["factors"]

    def sigmoid(x):
        return 1 / (1 + np.exp(-x))

    def score(case, item):
        if item not in ids:
            return None
        h = np.zeros(d)
        for i in [ids.index(i) for i in case["history"] if i in ids][-s["length"] :]:
            x = t["item_embeddings"][i] @ t["gru.input.weight"] + t["gru.input.bias"]
            y = h @ t["gru.hidden.weight"] + t["gru.hidden.bias"]
            r, z = sigmoid(x[:d] + y[:d]), sigmoid(x[d : 2 * d] + y[d : 2 * d])
            h = (1 - z) * np.tanh(x[2 * d :] + r * y[2 * d :]) + z * h
        at = ids.index(item)
        return float(h @ t["item_embeddings"][at] + t["item_bias"][at])

    parity(folder, score, sequences(ids), {i: {} for i in ids + ["unknown"]})


root = pathlib.Path(sys.argv[1])
joint(root / "neumf", "neumf", 3, 4, [5, 2], 0.5, False)
joint(root / "widedeep", "widedeep", 0, 4, [6, 3], 0.5, True)
twotower(root / "twotower", 3, 4, [5], 0.2)
als(root / "als")
sasrec(root / "sasrec")
gru(root / "gru")
