"""Who is signed in: allauth's backend, its person read in one query worded by hand."""

from allauth.account.auth_backends import AuthenticationBackend

from accounts.ground.worded_rows import WordedRows
from accounts.models import User

COLUMNS = [field.name for field in User._meta.concrete_fields]
PEOPLE = WordedRows("FROM accounts_user AS person WHERE id = %s", person=(User, COLUMNS))


class Backend(AuthenticationBackend):
    def get_user(self, user_id):
        """Each page asks; a closed account is nobody's."""
        for row in PEOPLE.fetch([user_id]):
            return row.person if self.user_can_authenticate(row.person) else None
        return None
