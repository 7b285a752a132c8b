"""What goes with a homework, in the version of the exercise that it came from."""

from homework.models import LibraryFile, Resource


def goes_with(homework):
    """{"resources", "files"}; nothing of a homework in own words."""
    if homework.exercise_id is None:
        return {"resources": [], "files": []}
    resources = Resource.objects.filter(exercise=homework.exercise_id).order_by("pk")
    return {"resources": resources, "files": LibraryFile.objects.of(homework.exercise_id)}
