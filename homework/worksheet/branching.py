"""Whether a question is asked, after the answer to an earlier one."""


def is_asked(prompt, answers):
    """By the answers so far: those to questions that were not asked themselves are not there."""
    condition = prompt.get("if")
    if not condition:
        return True
    answer = answers.get(condition["key"])
    return condition["is"] in answer if isinstance(answer, list) else condition["is"] == answer
