"""Is a file sound? Says by place what is not, so that adding a measure needs no code."""

LANGUAGES = ("en", "de")
WRITTEN = ("key", "name", "licence", "source")
PARTS = ("version", "options", "items", "score", "bands", "change", "words")


def problems(told):
    """What is wrong with a measure, each with its place; nothing when it is sound."""
    missing = [name for name in (*WRITTEN, *PARTS) if not told.get(name)]
    if missing:
        yield from (f"{name}: is missing" for name in missing)
        return
    if not (isinstance(told["version"], int) and told["version"] > 0):
        yield "version: is a number from 1"
    yield from problems_of_items(told)
    yield from problems_of_score(told)
    for language in LANGUAGES:
        yield from problems_of_words(told, language)


def problems_of_items(told):
    keys = [each.get("key") for each in told["items"]]
    if len(set(keys)) != len(keys):
        yield "items: each has a key of its own"
    for each in told["items"]:
        if each.get("options") not in told["options"]:
            yield f"items.{each.get('key')}: its options are not named"
    for name, values in told["options"].items():
        if not all(isinstance(value, int) for value in values) or len(set(values)) != len(values):
            yield f"options.{name}: are different whole numbers"
    if (flag := told.get("flag")) and flag.get("item") not in keys:
        yield "flag.item: is the key of an item"


def problems_of_score(told):
    """From the least to the most that can be answered, and the bands leave no gap in it."""
    score = told["score"]
    asked = [told["options"].get(i.get("options"), [0]) for i in told["items"] if scored(i)]
    reach = [sum(map(min, asked)), sum(map(max, asked))]
    if [score.get("from"), score.get("to")] != reach:
        yield f"score: runs from {reach[0]} to {reach[1]}"
    if score.get("better") not in ("lower", "higher"):
        yield "score.better: is lower or higher"
    next_one = score.get("from")
    for code, low, high in told["bands"].get("parts", ()):
        if low != next_one or high < low:
            yield f"bands.{code}: begins at {next_one}"
        next_one = high + 1
    if next_one != reach[1] + 1:
        yield "bands: reach to the end"
    if told["bands"].get("for") not in ("adults", "everybody") or not told["bands"].get("source"):
        yield "bands: say for whom they are, and who says so"
    if not (told["change"].get("points", 0) > 0 and told["change"].get("source")):
        yield "change: has its points, and who says so"


def scored(item):
    return item.get("scored", True)


def problems_of_words(told, language):
    words = told["words"].get(language, {})
    wanted = {
        "items": {each.get("key") for each in told["items"]},
        "bands": {part[0] for part in told["bands"].get("parts", ())},
        "options": set(told["options"]),
    }
    for name, keys in wanted.items():
        said = words.get(name, {})
        if set(said) != keys or not all(said.values()):
            yield f"words.{language}.{name}: a wording for each, and for nothing else"
    for name, values in told["options"].items():
        if len(words.get("options", {}).get(name, ())) != len(values):
            yield f"words.{language}.options.{name}: a wording for each number"
    for name in ("title", "frame"):
        if not words.get(name):
            yield f"words.{language}.{name}: is missing"
