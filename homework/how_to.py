"""How a homework goes, as it is written: a step a line."""


def steps_in(how):
    return [line.strip() for line in how.splitlines() if line.strip()]
