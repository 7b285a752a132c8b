"""The operator's stock admin: who has a sign-in on this server, and which clinics there are.

It stands at an address of the operator's own (OPERATOR_PATH), or nowhere. It shows no client data,
sets no password and gives no role; it shuts a sign-in, and opens it again.
"""

from functools import wraps

from django.contrib import admin
from django.shortcuts import redirect

from accounts.models import AuditEvent, Clinic, User
from accounts.wall import every_clinic_from_here


class OperatorSite(admin.AdminSite):
    site_title = site_header = "Midweek"
    enable_nav_sidebar = False

    def admin_view(self, view, cacheable=False):
        """Clinics are counted here, and the operator is of none. Rendered after the view, too."""
        shown = super().admin_view(view, cacheable)

        @wraps(view)
        def past_the_wall(request, *args, **kwargs):
            if self.has_permission(request):
                every_clinic_from_here()
            return shown(request, *args, **kwargs)

        return past_the_wall

    def has_permission(self, request):
        """The policy table has asked for the hat, and the middleware for the second factor."""
        return request.user.is_active and request.user.is_staff

    def login(self, request, extra_context=None):
        """There is one way to sign in, with all its steps, and one way out."""
        return redirect("account_login")

    def logout(self, request, extra_context=None):
        return redirect("account_logout")

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")


class Shown(admin.ModelAdmin):
    """Looked at only."""

    actions = None

    def has_module_permission(self, request):
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request, obj=None):
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


site = OperatorSite(name="operator")


@admin.register(Clinic, site=site)
class ClinicAdmin(Shown):
    ordering = ["name"]
    list_display = ["name", "time_zone", "crisis_text_checked_on", "created_at"]
    fields = ["name", "time_zone", "crisis_text_checked_on", "created_at"]
    search_fields = ["name"]


@admin.register(User, site=site)
class UserAdmin(Shown):
    ordering = ["email"]
    list_display = ["email", "name", "is_active", "is_staff", "date_joined"]
    fields = ["email", "name", "is_active", "is_staff", "date_joined"]
    readonly_fields = ["email", "name", "is_staff", "date_joined"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["email", "name"]

    def has_change_permission(self, request, obj=None):
        """Nobody shuts themselves out."""
        return self.has_module_permission(request) and obj != request.user

    def save_model(self, request, obj, form, change):
        if "is_active" in form.changed_data:
            obj.save(update_fields=["is_active"])
            if not obj.is_active:
                obj.sign_out_everywhere()
            action = "user.opened" if obj.is_active else "user.shut"
            AuditEvent.record(request.user, action, obj)

    def log_change(self, request, obj, message):
        """The audit has it, without names."""
