"""Ground rules of the code (design §4), asked of the database itself: roles and keys.

Elsewhere: one transaction a request in tests/ground, encryption in test_encrypted_words.py,
audit in test_audited_verbs.py, the cache in test_cache.py, words in test_marked_words.py,
stored attention in tests/homework/test_attention_rows.py.
"""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.config.walk import private_models

pytestmark = pytest.mark.django_db
# They may be nobody's: built-in exercises have no clinic, and neither have some events.
OF_NO_CLINIC = {
    "accounts_auditevent",
    "accounts_audithead",
    "accounts_auditseal",
    "homework_exercise",
    "homework_skill",
}


CLINIC_AND_ID = ["clinic_id", "id"]


def ask(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_the_application_is_neither_owner_nor_superuser():
    [role] = ask("""
        SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
        FROM pg_roles WHERE rolname = current_user
    """)
    owners = ask("SELECT tableowner, current_user FROM pg_tables WHERE schemaname = 'public'")
    assert not any(role)
    assert owners and all(owner != application for owner, application in owners)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine ()",
        "ALTER TABLE accounts_therapy DISABLE TRIGGER ALL",
        "ALTER TABLE homework_practiceentry DROP CONSTRAINT homework_entry_once",
        "TRUNCATE homework_practiceentry CASCADE",
        "DELETE FROM django_migrations",
        "SET ROLE postgres",
    ],
)
def test_the_application_may_not_change_what_a_table_is(statement):
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement)


def test_every_table_that_belongs_to_a_clinic_is_a_private_one():
    belonging = ask(
        "SELECT table_name FROM information_schema.columns WHERE column_name = 'clinic_id'"
    )
    private = {model._meta.db_table for model in private_models()}
    assert {name for (name,) in belonging} == private | OF_NO_CLINIC


def test_every_private_row_has_its_clinic():
    nullable = ask("""
        SELECT table_name FROM information_schema.columns
        WHERE column_name = 'clinic_id' AND is_nullable = 'YES'
    """)
    assert {name for (name,) in nullable} == OF_NO_CLINIC


# Each constraint of a kind as (table, its columns in order, the table it points to).
CONSTRAINTS = """
    SELECT conrelid::regclass::text, confrelid::regclass::text, ARRAY(
        SELECT attname::text FROM unnest(conkey) WITH ORDINALITY AS key (number, place)
        JOIN pg_attribute ON attrelid = conrelid AND attnum = number ORDER BY place
    ) FROM pg_constraint WHERE contype = '{}' AND connamespace = 'public'::regnamespace
"""


def test_every_private_table_has_a_key_over_clinic_and_id():
    unique = ask(CONSTRAINTS.format("u"))
    keyed = {table for table, _none, columns in unique if columns == CLINIC_AND_ID}
    assert {model._meta.db_table for model in private_models()} <= keyed


def test_a_key_from_private_to_private_is_a_key_over_the_clinic():
    private = {model._meta.db_table for model in private_models()}
    keys = [key for key in ask(CONSTRAINTS.format("f")) if {key[0], key[1]} <= private]
    meant = {
        (model._meta.db_table, field.column)
        for model in private_models()
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model in private_models()
    }
    assert all(len(columns) == 2 and columns[0] == "clinic_id" for _f, _t, columns in keys)
    assert {(table, columns[1]) for table, _to, columns in keys} == meant


def test_ids_of_private_rows_are_made_on_the_server_and_cannot_be_guessed():
    kinds = {model._meta.pk.get_internal_type() for model in private_models()}
    assert kinds == {"UUIDField"}
    assert not any(model._meta.pk.editable for model in private_models())
