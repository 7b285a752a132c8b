"""Whether the answer to an earlier question leads past a later one."""


def leads_past(prompt, answers, passed):
    """By the answers so far, and the keys of the questions that were passed over themselves.

    A question that was left alone decides nothing: without a script all of them are on the
    page, and words under a question stay, whether or not its answer was ticked as well.
    """
    key, expected = prompt["if"]["key"], prompt["if"]["is"]
    if key in passed:
        return True
    if key not in answers:
        return False
    answer = answers[key]
    return expected not in answer if isinstance(answer, list) else expected != answer
