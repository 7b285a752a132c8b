from django.urls import path

from goals import views as goals
from homework.views import client

today = [
    path("today/", client.today, name="today"),
    path("today/<uuid:assignment>/entries/", client.today_log, name="today-log"),
    path("today/<uuid:assignment>/log/", client.log, name="log"),
    path("today/<uuid:assignment>/start/", client.start, name="start"),
    path("today/<uuid:assignment>/worksheet/", client.worksheet, name="worksheet"),
    path("plans/<uuid:plan>/", client.agree, name="agree"),
    path("plans/<uuid:plan>/change-requests/", client.plan_change, name="plan-change"),
    path("proposals/<uuid:therapy>/", client.proposal, name="proposal"),
    path(
        "proposals/<uuid:proposal>/withdrawal/",
        client.proposal_withdrawal,
        name="proposal-withdrawal",
    ),
    path("questions/", client.own_measures, name="own-measures"),
    path("questions/<uuid:given>/", client.measure, name="measure"),
    path("questions/results/<uuid:result>/", client.measure_result, name="measure-result"),
    path("drafts/<slug:form>/<uuid:subject>/", client.draft, name="draft"),
]

history = [
    path("history/", client.history, name="history"),
    path("history/search/", client.history_search, name="history-search"),
    path("history/reports/<uuid:report>/", client.report_sent, name="report-sent"),
    path("history/reviews/<uuid:review>/", client.feedback, name="feedback"),
    path("history/<uuid:entry>/", client.entry, name="entry"),
    path("history/<uuid:entry>/details/", client.entry_details, name="entry-details"),
    path("history/<uuid:entry>/withdrawal/", client.entry_withdrawal, name="entry-withdrawal"),
    path("history/<uuid:entry>/restoration/", client.entry_restoration, name="entry-restoration"),
    path("history/<uuid:entry>/privacy/", client.entry_privacy, name="entry-privacy"),
    path("toolbox/", client.toolbox, name="toolbox"),
    path("toolbox/files/<uuid:file>/", client.given_file, name="given-file"),
    path("report/", client.report_index, name="report-index"),
    path("report/<uuid:therapy>/", client.report, name="report"),
]

goal = [
    path("goals/", goals.goals, name="goals"),
    path("goals/<uuid:goal>/ratings/", goals.goal_rating, name="goal-rating"),
    path("goals/<uuid:goal>/ratings/undo/", goals.goal_rating_undo, name="goal-rating-undo"),
    path("goals/<uuid:goal>/steps/", goals.step_proposal, name="step-proposal"),
    path("goals/steps/<uuid:step>/agreement/", goals.step_agreement, name="step-agreement"),
]

urlpatterns = today + history + goal
