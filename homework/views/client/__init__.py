from homework.views.client.draft import draft
from homework.views.client.entry import (
    entry,
    entry_details,
    entry_privacy,
    entry_restoration,
    entry_withdrawal,
)
from homework.views.client.history import feedback, history, history_search, report_sent
from homework.views.client.log import log
from homework.views.client.measure import measure, measure_result, own_measures
from homework.views.client.plan import agree, plan_change
from homework.views.client.proposal import proposal, proposal_withdrawal
from homework.views.client.report import report, report_index
from homework.views.client.start import start
from homework.views.client.today import today, today_log
from homework.views.client.toolbox import given_file, toolbox
from homework.views.client.worksheet import worksheet

__all__ = [
    "agree",
    "draft",
    "entry",
    "entry_details",
    "entry_privacy",
    "entry_restoration",
    "entry_withdrawal",
    "feedback",
    "given_file",
    "history",
    "history_search",
    "log",
    "measure",
    "measure_result",
    "own_measures",
    "plan_change",
    "proposal",
    "proposal_withdrawal",
    "report",
    "report_index",
    "report_sent",
    "start",
    "today",
    "today_log",
    "toolbox",
    "worksheet",
]
