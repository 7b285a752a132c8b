from django.urls import path

from accounts.views.clinic import audit, many, overview, people, settings, therapies

urlpatterns = [
    path("clinic/", overview.overview, name="clinic"),
    path("clinic/choose/", overview.choose, name="clinic-choose"),
    path("clinic/people/", people.people, name="clinic-people"),
    path("clinic/people/search/", people.people_search, name="clinic-people-search"),
    path("clinic/people/new/", people.invite, name="clinic-invite"),
    path("clinic/people/many/", many.many, name="clinic-invite-many"),
    path("clinic/people/<uuid:membership>/", people.member, name="clinic-member"),
    path("clinic/invitations/<uuid:invitation>/", people.invitation, name="clinic-invitation"),
    path("clinic/therapies/", therapies.therapies, name="clinic-therapies"),
    path("clinic/therapies/search/", therapies.therapies_search, name="clinic-therapies-search"),
    path("clinic/therapies/<uuid:therapy>/", therapies.therapy, name="clinic-therapy"),
    path("clinic/covers/<uuid:cover>/end/", therapies.cover_end, name="clinic-cover-end"),
    path("clinic/settings/", settings.settings, name="clinic-settings"),
    path("clinic/audit/", audit.audit, name="clinic-audit"),
    path("clinic/audit/file/", audit.audit_file, name="clinic-audit-file"),
    path("clinic/health/", overview.health, name="clinic-health"),
    path("clinic/data/", overview.data, name="clinic-data"),
]
