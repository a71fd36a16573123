"""The values that states are made of: pairs of SPIs, sorted lists, limits. None is ever changed."""

from wire import packed


def pair(of):
    return of["spiI"], of["spiR"]


def named(spis):
    return {"spiI": spis[0], "spiR": spis[1]}


def taken(limiter, who, limit, sources):
    """The limiter after one more of this source, None if that is one too many; 0 is no limit. Sources that are not told
    apart any more share one count, so that forged ones cannot fill a table."""
    if not limit:
        return limiter
    counts = {s["address"]: s["count"] for s in limiter["sources"]}
    if who not in counts and len(counts) >= sources:
        return None if limiter["others"] >= limit else {**limiter, "others": limiter["others"] + 1}
    if counts.get(who, 0) >= limit:
        return None
    counts[who] = counts.get(who, 0) + 1
    in_order = sorted(counts.items(), key=lambda one: (len(packed(one[0])), packed(one[0])))
    return {**limiter, "sources": [{"address": a, "count": n} for a, n in in_order]}


NOBODY = {"sources": [], "others": 0}


def without(listed, key, name=pair):
    return [one for one in listed if name(one) != key]


def replaced(listed, new, name=pair):
    """With the new one in place of what has its name, sorted."""
    return sorted(without(listed, name(new), name) + [new], key=name)


def counted_down(listed):
    return [{**one, "ticks": one["ticks"] - 1} for one in listed if one["ticks"] > 1]


def ordered(children):
    return sorted(children, key=lambda child: (child["in"], child["out"]))
