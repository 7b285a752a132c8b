"""The second wall (design §4.2), asked of the database itself, as the role that the product uses.

The fixture `shut` puts a test where a process of the product begins: nothing is set.
"""

import ast
from datetime import time
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import (
    DatabaseError,
    OperationalError,
    ProgrammingError,
    connection,
    connections,
    transaction,
)

from accounts import hats, wall
from accounts.middleware.access import AccessPolicy
from accounts.models import AuditEvent, AuditSeal, Clinic, Membership, Therapy
from config import row_security
from config.grants import grant_application_role
from config.row_security import build_wall, walled
from goals.models import EndGoal
from homework.models import Exercise, Skill
from reminders.models import Recipient
from reminders.models.recipient import OWN_RULES
from tests import door
from tests.config.walk import models
from tests.everything import fill

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
WALLED = [
    model
    for model in models()
    if model is Clinic or any(field.column == "clinic_id" for field in model._meta.concrete_fields)
]


@pytest.fixture
def shut():
    with door.shut():
        yield


def ask(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def clinics_in(model):
    name = "pk" if model is Clinic else "clinic_id"
    return {str(pk) for pk in model._base_manager.values_list(name, flat=True) if pk}


class TestCoverage:
    def test_every_table_that_carries_a_clinic_is_behind_the_wall(self):
        found = ask("""
            SELECT relname, relrowsecurity, relforcerowsecurity, ARRAY(
                SELECT rolname::text FROM pg_policy, unnest(polroles) AS role (oid)
                JOIN pg_roles ON pg_roles.oid = role.oid WHERE polrelid = pg_class.oid
            ) FROM pg_class WHERE relkind IN ('r', 'p') AND (
                relname = 'accounts_clinic' OR oid IN (
                    SELECT attrelid FROM pg_attribute WHERE attname = 'clinic_id'
                )
            ) AND relnamespace = 'public'::regnamespace
        """)
        [(application,)] = ask("SELECT current_user::text")
        assert {name for name, *_rest in found} == {model._meta.db_table for model in WALLED}
        for name, is_on, is_forced, roles in found:
            assert is_on and is_forced and application in roles, name

    def test_nothing_gets_past_it(self):
        """Neither a role that may, nor a view that runs as its owner."""
        assert ask("""
            SELECT rolsuper, rolbypassrls, EXISTS (
                SELECT FROM pg_class WHERE relowner = pg_roles.oid
            ), EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
            FROM pg_roles WHERE rolname = current_user
        """) == [(False, False, False, False)]
        assert (
            ask("SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relowner <> 10") == []
        )

    def test_the_application_cannot_take_it_down(self):
        for statement in (
            "ALTER TABLE accounts_therapy DISABLE ROW LEVEL SECURITY",
            "DROP POLICY rows ON accounts_therapy",
            "CREATE POLICY mine ON accounts_therapy USING (true)",
        ):
            with pytest.raises(DatabaseError, match="must be owner"), transaction.atomic():
                ask(statement)

    def test_past_it_go_named_functions_alone(self):
        named = ask("""
            SELECT proname::text, 'search_path=public, pg_temp' = ANY (proconfig) FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY proname
        """)
        assert [name for name, _is_held in named] == [
            "accounts_enter",
            "accounts_has_a_place",
            "accounts_invitation_by_token",
            "accounts_works_elsewhere",
            "reminders_calendar_by_token",
            "reminders_claim",
            "reminders_clinics_of_messages",
            "reminders_device_left_to",
            "reminders_lateness",
            "reminders_mark_sent",
            "reminders_rules_of",
            "reminders_to_plan",
            "reminders_with_devices",
        ]
        # No table of somebody else's can stand in for ours while they run.
        assert {is_held for _name, is_held in named} == {True}

    def test_no_function_is_called_by_any_other_role(self):
        callers = ask("""
            SELECT DISTINCT grantee = 0, pg_get_userbyid(grantee)::text
            FROM pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner)))
            WHERE pronamespace = 'public'::regnamespace
        """)
        assert True not in {is_everybody for is_everybody, _role in callers}
        assert {role for _everybody, role in callers} == {
            connection.settings_dict["USER"],
            connections["owner"].settings_dict["USER"],
        }

    def test_what_somebody_chose_elsewhere_holds_here_and_does_not_say_where(self, cast):
        chosen = {"channels": {"digest": "off"}, "at": time(7, 5), "weekdays": 31, "a_day": 2}
        Recipient.objects.filter(user=cast.tess).update(**chosen)
        with wall.in_clinics(cast.meadow.pk):
            Recipient.objects.place(clinic=cast.meadow.pk, user=cast.tess.pk)
            placed = Recipient.objects.get(user=cast.tess)
        assert {name: getattr(placed, name) for name in chosen} == chosen
        [columns] = ask("SELECT proargnames FROM pg_proc WHERE proname = 'reminders_rules_of'")
        assert {*columns[0]} == {"who", *OWN_RULES}


@pytest.mark.django_db(transaction=True, databases=["default", "owner", "cache"])
class TestBuilding:
    def test_a_new_table_has_its_policy_and_what_stands_is_left_alone(self):
        owner = connections["owner"]
        with owner.cursor() as cursor:
            cursor.execute("CREATE TABLE added (clinic_id uuid)")
            try:
                assert self.policies(cursor) == set()
                build_wall()
                assert self.policies(cursor) == {"rows", "owner"}
                assert all(is_on for _table, is_on, _persons in walled(cursor))
                before = self.oids(cursor)
                build_wall()
                assert self.oids(cursor) == before
            finally:
                cursor.execute("DROP TABLE added")
        owner.close()

    def test_a_policy_that_was_changed_is_made_anew(self):
        owner = connections["owner"]
        with owner.cursor() as cursor:
            cursor.execute("DROP POLICY rows ON accounts_cover")
            cursor.execute("CREATE POLICY rows ON accounts_cover USING (true)")
            build_wall()
            cursor.execute("""
                SELECT count(*) FROM pg_policies
                WHERE tablename = 'accounts_cover' AND policyname = 'rows'
                  AND qual LIKE '%app_clinics%'
            """)
            assert cursor.fetchone() == (1,)
        owner.close()

    def test_it_is_built_where_tables_are_of_another_version(self):
        """On the way there, or back: what asks for them asks later."""
        owner = connections["owner"]
        absent = ("accounts_auditseal", "reminders_recipient")
        with owner.cursor() as cursor:
            try:
                for table in absent:
                    cursor.execute(f"ALTER TABLE {table} RENAME TO {table}_later")
                grant_application_role()
                build_wall()
            finally:
                for table in absent:
                    cursor.execute(f"ALTER TABLE {table}_later RENAME TO {table}")
                grant_application_role()
                build_wall()
        owner.close()

    def test_a_table_that_is_in_use_holds_up_no_other_and_not_for_long(self, monkeypatch):
        monkeypatch.setattr(row_security, "PATIENCE", "20ms")
        monkeypatch.setattr(row_security, "TRIES", 2)
        owner, used, free = connections["owner"], "accounts_cover", "accounts_away"
        with owner.cursor() as cursor:
            for table in (used, free):
                cursor.execute(f"DROP POLICY rows ON {table}")
            with transaction.atomic(using="cache"):
                connections["cache"].cursor().execute(f"SELECT FROM {used}")
                with pytest.raises(OperationalError, match="lock timeout"):
                    build_wall()
                assert self.count(cursor, free) == self.count(cursor, used) + 1
            build_wall()
            assert self.count(cursor, used) == 2
        owner.close()

    def count(self, cursor, table):
        cursor.execute("SELECT count(*) FROM pg_policies WHERE tablename = %s", [table])
        return cursor.fetchone()[0]

    def policies(self, cursor):
        cursor.execute("SELECT polname::text FROM pg_policy WHERE polrelid = 'added'::regclass")
        return {name for (name,) in cursor.fetchall()}

    def oids(self, cursor):
        cursor.execute("SELECT array_agg(oid ORDER BY oid) FROM pg_policy")
        return cursor.fetchone()


class TestNothingSet:
    def test_no_row_of_any_table_is_there(self, cast, shut):
        with door.shut():
            counts = {model.__name__: model._base_manager.count() for model in WALLED}
        assert set(counts.values()) == {0}

    def test_nothing_is_written(self, cast, shut):
        row = Membership(clinic_id=cast.harbour.pk, user=cast.zoe, is_admin=True)
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            row.save(force_insert=True)
        assert Therapy.objects.update(on_paper=True) == 0
        assert EndGoal.objects.all().delete()[0] == 0


class TestOneClinic:
    def test_only_its_rows_are_there(self, db):
        """Of two clinics in which everything has been written, in every table."""
        here, there = (str(full(name).pk) for name in ("harbour", "meadow"))
        with wall.in_clinics(here):
            assert {model: clinics_in(model) for model in WALLED} == dict.fromkeys(WALLED, {here})
        with wall.in_clinics(here, there):
            assert all(clinics_in(model) == {here, there} for model in WALLED)

    def test_nothing_is_written_into_another(self, cast):
        with wall.in_clinics(cast.harbour.pk):
            for write in (
                lambda: Membership.objects.create(
                    clinic_id=cast.meadow.pk, user=cast.tess, is_admin=True
                ),
                lambda: EndGoal.objects.filter(pk=cast.goal.pk).update(clinic=cast.meadow.pk),
                lambda: AuditEvent.objects.create(
                    clinic_id=cast.meadow.pk, action="a", subject="b", subject_id="c"
                ),
            ):
                with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                    write()
            assert Therapy.objects.filter(pk=cast.far.pk).update(on_paper=True) == 0

    def test_what_is_built_in_is_read_in_any_and_written_in_none(self, cast):
        skill = Skill.objects.create(key="calm", name="Calm")
        exercise = Exercise.objects.create(key="x", title="X", why="w", how="h", skill=skill)
        with wall.in_clinics(cast.harbour.pk):
            assert Exercise.objects.filter(pk=exercise.pk).exists()
            assert Skill.objects.filter(pk=skill.pk).update(name="Other") == 0
            with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                Skill.objects.create(key="mine", name="Mine")


class TestPerson:
    def test_sees_the_clinics_of_their_hats(self, cast, shut):
        with transaction.atomic():
            hats.enter(cast.zoe)
            assert clinics_in(Therapy) == {str(cast.meadow.pk)}
            hats.enter(cast.emil)
            assert clinics_in(Therapy) == set()

    def test_reads_what_happened_to_them_in_no_clinic_and_nobody_elses(self, cast, shut):
        for person in (cast.tess, cast.zoe):
            AuditEvent.record(person, "signed.in", person)
        with transaction.atomic():
            hats.enter(cast.tess)
            mine = AuditEvent.objects.filter(clinic=None, action="signed.in")
            assert {event.actor_id for event in mine} == {cast.tess.pk}

    def test_finds_themselves_and_stays_unknown_to_others(self, cast, shut):
        with transaction.atomic():
            hats.enter(cast.ada)
            [there] = Membership.objects.filter(user=cast.tess)
            assert not there.user.works_beside(there.clinic_id)
            assert not Membership.objects.filter(user=cast.zoe).exists()


class TestSettings:
    def test_nothing_outlasts_a_transaction_on_a_kept_connection(self, cast, shut):
        """In a savepoint, as this test is itself in a transaction; see the next for a real one."""
        with wall.every_clinic():
            assert Therapy.objects.count() == 3
        assert Therapy.objects.count() == 0

    @pytest.mark.django_db(transaction=True)
    @pytest.mark.parametrize("ending", ["commit", "rollback", "error"])
    def test_it_is_gone_after_each_way_to_end(self, ending):
        class Broken(Exception):
            pass

        with door.shut():
            backend = ask("SELECT pg_backend_pid()")
            try:
                with wall.in_clinics(uuid4()):
                    assert wall.standing()[1]
                    transaction.set_rollback(ending == "rollback")
                    if ending == "error":
                        raise Broken
            except Broken:
                pass
            assert wall.standing() == ("", "", "")
            assert ask("SELECT pg_backend_pid()") == backend

    def test_a_clinic_more_is_added_until_the_transaction_ends(self, cast, shut):
        with transaction.atomic():
            hats.enter(cast.tess)
            wall.also_in(cast.meadow.pk)
            assert clinics_in(Therapy) == {str(cast.harbour.pk), str(cast.meadow.pk)}
            assert wall.standing()[0] == str(cast.tess.pk)


class TestPublicDoors:
    """A view that forgot its filter: tests of pages stand before the same wall."""

    def test_a_page_that_asks_for_everything_gets_its_persons_clinics(self, cast, client):
        assert Therapy.objects.count() == 3
        seen = []

        def look(self, request):
            seen.append(clinics_in(Therapy))
            return ask_on(self, request)

        ask_on = AccessPolicy.__call__
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(AccessPolicy, "__call__", look)
            client.get("/accounts/login/")
            client.force_login(cast.zoe)
            client.get("/me/")
        assert seen == [set(), {str(cast.meadow.pk)}]
        assert Therapy.objects.count() == 3


def full(name):
    """A clinic with a row in each table, those of nobody's too."""
    clinic = fill(name).clinic
    skill = Skill.objects.create(clinic=clinic, key="own", name="Own")
    facts = {"key": "own", "title": "Own", "why": "w", "how": "h"}
    Exercise.objects.create(clinic=clinic, skill=skill, **facts)
    AuditSeal.seal_new_events()
    return clinic


# Who opens the door to every clinic, and for what.
OPENS_EVERY_CLINIC = {
    "accounts/management/commands/reset_second_factor.py": "the operator, of a person by address",
    "accounts/management/commands/seal_anew.py": "seals anew under another key, in all clinics",
    "accounts/management/commands/sign_ins.py": "reads what happened in no clinic",
    "accounts/management/commands/verify_audit.py": "reads the chains of all clinics",
    "accounts/models/audit_chain.py": "seals the chains of all clinics",
    "accounts/operator.py": "which clinics there are, for whoever runs the server",
    "homework/attention.py": "finds what is due; each is worked out in its own clinic",
    "homework/library/loading.py": "writes what comes with Midweek",
    "homework/management/commands/seed_demo.py": "writes clinics",
    "records/erased_list.py": "finds what a backup has brought back, by its key",
    "records/tasks.py": "takes the copy that has waited longest, and lets go of old ones",
    "records/erasing.py": "finds what is due; forgets a person wherever they have been",
    "records/farewell.py": "finds whose years are nearly over",
    "reminders/engine/books.py": "counts",
    "reminders/engine/tick.py": "settles what a dead worker left, and gives back what it took",
    "reminders/management/commands/renew_push_key.py": "counts",
    "reminders/metrics.py": "counts",
    "reminders/tasks.py": "the hourly round",
}


def test_the_door_to_every_clinic_is_opened_by_these_alone():
    opened = {
        str(path.relative_to(ROOT))
        for app in ("accounts", "goals", "homework", "records", "reminders", "config")
        for path in (ROOT / app).rglob("*.py")
        if path.name != "wall.py" and names_in(path) & {"every_clinic", "every_clinic_from_here"}
    }
    assert opened == OPENS_EVERY_CLINIC.keys()
    assert not [one for one in opened if "/views/" in one or "/middleware/" in one]


def names_in(path):
    return {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
