from django.utils.translation import override

from config.staircase import Mini, Staircase
from tests.look.render import render

FIVE = ["done", "done", "now", "next", "next"]


def test_five_steps_are_drawn_as_in_the_reference():
    picture = Staircase(FIVE)
    landing, top = picture.stairs[:2]
    assert landing.side == "M290 86L356 86L356 100.5L290 133.5Z"
    assert top.tread == "M240 111L290 111L254 91L204 91Z"
    assert picture.stairs[-1].side == "M40 211L90 211L90 233.5L85 236L40 236Z"
    assert picture.stand.number == "3"


def test_light_falls_on_two_steps_below_the_door_but_never_on_the_figure():
    assert [stair.light for stair in Staircase(FIVE).stairs] == [1, 2, 3, 0, 0, 0]
    assert [stair.light for stair in Staircase(["done", "now"]).stairs] == [1, 0, 0]


def test_with_every_step_done_the_figure_stands_at_the_door():
    picture = Staircase(["done", "done"])
    assert picture.stand is picture.landing


def test_without_a_first_step_nobody_stands_on_the_stairs():
    assert Staircase(["next", "next"]).stand is None
    assert Staircase([]).stand is None


def test_more_than_seven_steps_show_five_around_the_present_one():
    picture = Staircase(["done"] * 5 + ["now"] + ["next"] * 6)
    assert [stair.number for stair in picture.stairs] == ["+4", "8", "7", "6", "5", "4"]
    assert picture.stand.number == "6"


def test_the_window_stays_on_the_stairs_at_both_ends():
    assert Staircase(["now"] + ["next"] * 9).first == 0
    assert Staircase(["done"] * 9 + ["now"]).above == 0


def test_the_small_one_has_a_block_a_step_and_the_figure_on_the_present_one():
    mini = Mini(2, 4)
    assert [block["state"] for block in mini.blocks] == ["done", "now", "next", "next"]
    assert mini.pawn == "translate(18.75 27.6)"


def test_numbers_in_paths_keep_their_point_in_every_language():
    with override("de"):
        html = render(
            "{% staircase steps %}{% toward 2 4 'x' %}", steps=[{"state": s} for s in FIVE]
        )
    assert "133.5" in html and "27.6" in html
