from datetime import date

from django.utils.translation import override

from config.charts import Dumbbells, Line, Week, WeekBars, tally
from tests.look.render import render

POINTS = [(date(2026, 9, 1), 2), (date(2026, 9, 8), None), (date(2026, 9, 15), 4)]


def test_a_gap_breaks_the_line():
    assert Line(POINTS).path == "M28 100M324 80"
    assert Line([POINTS[0], POINTS[2]]).path == "M28 100L324 80"


def test_a_gap_is_not_a_zero_in_the_table():
    html = render("{% line_chart points 'How far' %}", points=POINTS)
    assert "Not logged" in html and "<td>0</td>" not in html


def test_a_single_value_and_none_at_all_can_be_drawn():
    assert Line(POINTS[:1]).last["x"] == "28"
    assert "starts with your first entry" in render("{% line_chart points 'How far' %}", points=[])


def test_weeks_show_done_partly_and_what_was_planned():
    bar = WeekBars([Week("1 Oct", done=3, partly=1, planned=5)]).bars[0]
    assert (bar["done"], bar["done_y"], bar["partly_y"]) == ("57.6", "58.4", "39.2")
    assert bar["aim"] == "M155 20h30"


def test_a_year_of_weeks_fits_and_names_only_some():
    bars = WeekBars([Week(str(week), done=1) for week in range(52)]).bars
    assert sum(bar["labelled"] for bar in bars) == 7
    assert float(bars[-1]["x"]) + float(bars[-1]["width"]) <= 340
    assert float(bars[0]["label_at"]) >= 26 and float(bars[-1]["label_at"]) <= 314


def test_weeks_away_carry_their_note_and_no_bar():
    html = render("{% weeks_chart weeks 'Weeks' %}", weeks=[Week("22", note="away")])
    assert ">away</text>" in html and "bar-done" not in html


def test_before_and_after_draws_what_there_is():
    both, only_before, same = Dumbbells([("a", 8, 6), ("b", 5, None), ("c", 3, 3)]).rows
    assert both["span"] == "M156.4 10H118.8"
    assert only_before["dot"] is None and not only_before["span"]
    assert not same["span"]


def test_counts_are_measured_against_the_longest():
    assert [row["length"] for row in tally([("home", 4), ("work", 1), ("bus", 0)])] == [
        "100",
        "25",
        "0",
    ]
    assert tally([("bus", 0)])[0]["length"] == "0"


def test_charts_carry_no_style_and_keep_their_points_in_german():
    with override("de"):
        html = render(
            "{% line_chart points 'x' %}{% weeks_chart weeks 'y' %}",
            points=POINTS,
            weeks=[Week("1 Oct", 3, 1, 7)],
        )
    assert "style=" not in html
    assert 'height="41.1"' in html


def test_a_long_silence_breaks_the_line_and_a_short_one_does_not():
    days = [date(2026, 9, 1), date(2026, 9, 15), date(2026, 11, 20)]
    chart = Line([(day, 5) for day in days], gap=42)
    assert chart.path.count("M") == 2 and chart.path.count("L") == 1
