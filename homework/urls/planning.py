from django.urls import URLPattern, URLResolver, include, path

from homework.views.planning import (
    about,
    assignment,
    ending,
    first_session,
    goals,
    library,
    paper,
    plan,
    proposal,
    review,
    sessions,
    show,
)

HOMEWORK = [
    path("", assignment.assignment_edit, name="assignment-edit"),
    path("removal/", assignment.assignment_removal, name="assignment-removal"),
    path("order/", assignment.assignment_order, name="assignment-order"),
]
PLAN = [
    path("library/", library.plan_library, name="plan-library"),
    path("set/", library.plan_set, name="plan-set"),
    path("proposal/", plan.plan_proposal, name="plan-proposal"),
    path("return/", plan.plan_return, name="plan-return"),
    path("agreement/", plan.plan_agreement, name="plan-agreement"),
    path("unreviewed/", plan.plan_unreviewed, name="plan-unreviewed"),
    path("proposals/<uuid:proposal>/taking/", proposal.proposal_taking, name="proposal-taking"),
    path("proposals/<uuid:proposal>/not-now/", proposal.proposal_not_now, name="proposal-not-now"),
    path("assignments/", library.assignment_new, name="assignment-new"),
    path("assignments/<uuid:assignment>/", include(HOMEWORK)),
    path(
        "assignments/<uuid:assignment>/withdrawal/",
        assignment.assignment_withdrawal,
        name="assignment-withdrawal",
    ),
]
GOALS = [
    path("", goals.goals_together, name="goals-together"),
    path("<uuid:goal>/", goals.goal_edit, name="goal-edit"),
    path("<uuid:goal>/closing/", goals.goal_closing, name="goal-closing"),
    path("<uuid:goal>/steps/", goals.goal_steps, name="goal-steps"),
    path("steps/<uuid:step>/", goals.step_edit, name="step-edit"),
]
SESSION = [
    path("", sessions.session_edit, name="session-edit"),
    path("cancellation/", sessions.session_cancellation, name="session-cancellation"),
    path("missed/", sessions.session_missed, name="session-missed"),
    path("insights/", sessions.insight_new, name="insight-new"),
]
THERAPY: list[URLPattern | URLResolver] = [
    path("first-session/", first_session.first_session, name="first-session"),
    path("review/", review.review, name="review"),
    path("plan/", include(PLAN)),
    path("goals/", include(GOALS)),
    path("sessions/", sessions.sessions, name="sessions"),
    path("sessions/<uuid:session>/", include(SESSION)),
    path("show/", show.show_client, name="show-client"),
    path("summary/", show.summary, name="summary"),
    path("sheet/", paper.session_sheet, name="session-sheet"),
    path("sheet/pdf/", paper.session_pdf, name="session-pdf"),
    path("paper/", paper.paper, name="paper"),
    path("paper/pdf/", paper.paper_pdf, name="paper-pdf"),
    path("paper/results/", paper.paper_results, name="paper-results"),
    path("paper/<uuid:assignment>/worksheet/", paper.paper_worksheet, name="paper-worksheet"),
    path("about/", about.therapy_about, name="therapy-about"),
    path("pausing/", ending.pausing, name="pausing"),
    path("ending/", ending.ending, name="ending"),
]
urlpatterns = [path("caseload/<uuid:therapy>/", include(THERAPY))]
