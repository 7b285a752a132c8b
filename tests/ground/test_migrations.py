"""The columns and the constraint as migrations see them."""

import pytest
from django.db import connection, models
from django.db.migrations import AddConstraint, CreateModel, Migration, RemoveConstraint
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.optimizer import MigrationOptimizer
from django.db.migrations.questioner import MigrationQuestioner
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter

from accounts.ground import EncryptedTextField, SameClinic
from tests.ground.models import MODELS, Note

LABEL = "ground_tests"
OURS = {"ground_tests_note_shelf_same_clinic", "ground_tests_note_answer_to_same_clinic"}


def state_of(*replaced):
    state = ProjectState()
    replaced = {model.name_lower: model for model in replaced}
    for model in MODELS:
        state.add_model(replaced.get(model._meta.model_name) or ModelState.from_model(model))
    return state


def changes(before, after):
    asked = MigrationQuestioner({"ask_initial": True})
    detector = MigrationAutodetector(before, after, asked)
    found = detector.changes(MigrationGraph()).get(LABEL, [])
    return [operation for migration in found for operation in migration.operations]


def without_constraint():
    note = ModelState.from_model(Note)
    kept = [one for one in note.options["constraints"] if not isinstance(one, SameClinic)]
    return ModelState(LABEL, "Note", note.fields, {**note.options, "constraints": kept})


@pytest.mark.parametrize("name", ["title", "body", "answers"])
def test_a_field_survives_being_written_and_read(name):
    field = Note._meta.get_field(name)
    text, imports = MigrationWriter.serialize(field)
    assert text.startswith("accounts.ground.Encrypted")
    again = eval(text, {"accounts": __import__("accounts.ground")})  # noqa: S307
    assert again.deconstruct()[1:] == field.deconstruct()[1:]
    assert again.blank is field.blank


def test_blank_is_never_left_out():
    field = EncryptedTextField("ground.note.needed", max_length=80, blank=False)
    assert field.clone().blank is False


def test_nothing_changed_means_nothing_to_migrate():
    assert changes(state_of(), state_of()) == []


def test_the_constraint_is_added_and_removed_by_name():
    added = changes(state_of(without_constraint()), state_of())
    assert {one.constraint.name for one in added} == OURS
    removed = changes(state_of(), state_of(without_constraint()))
    assert {type(one).__name__ for one in removed} == {"RemoveConstraint"}


def test_the_optimizer_may_put_it_into_the_table():
    create = CreateModel("Note", [], options={})
    constraint = SameClinic("shelf", name="short")
    [made] = MigrationOptimizer().optimize([create, AddConstraint("Note", constraint)], LABEL)
    assert made.options["constraints"] == [constraint]


@pytest.fixture
def migrate(db, settings):
    """Run operations as one migration, from nothing, on temporary tables."""
    settings.DATABASE_ROUTERS = []  # The product's router leaves migrations to the owner.
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path = pg_temp, public")
    return run


def run(operations, state=None):
    migration = Migration("0001_initial", LABEL)
    migration.operations = operations
    with connection.schema_editor(atomic=False) as editor:
        return migration.apply(state or ProjectState(), editor)


def test_the_order_of_operations_is_free(migrate):
    """Tables before their targets, and keys before the unique keys they need."""
    made = changes(ProjectState(), state_of())
    tables = [one for one in made if isinstance(one, CreateModel)]
    keys = [one for one in made if isinstance(one, AddConstraint)]
    assert len(tables) == 3 and len(keys) == 4
    migrate([*tables, *reversed(keys)])
    assert foreign_keys() >= OURS


def test_it_goes_into_a_table_together_with_database_defaults(migrate):
    """There the schema editor takes the other way: create_sql within create_model."""
    [clinic, shelf, note, *keys] = changes(ProjectState(), state_of())
    note.fields.append(("kind", models.CharField(max_length=9, db_default="plain")))
    options = {"constraints": [one.constraint for one in keys if one.model_name == "note"]}
    note = CreateModel(note.name, note.fields, options)
    migrate([clinic, shelf, note, *(one for one in keys if one.model_name == "shelf")])
    assert foreign_keys() >= OURS


def test_it_can_be_taken_away_again(migrate):
    made = changes(ProjectState(), state_of())
    state = migrate(made)
    migrate([RemoveConstraint("Note", name) for name in sorted(OURS)], state)
    assert not foreign_keys() & OURS


def test_it_can_be_added_to_rows_that_keep_it(note, shelf, migrate):
    note.shelf = shelf
    note.save()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    migrate([AddConstraint("Note", SameClinic("shelf", name="again_same_clinic"))], state_of())
    assert "again_same_clinic" in foreign_keys()


def test_sqlmigrate_shows_the_key_that_waits_for_commit(db):
    with connection.schema_editor(collect_sql=True) as editor:
        editor.create_model(Note)
    assert (
        'ALTER TABLE "ground_tests_note" ADD CONSTRAINT "ground_tests_note_shelf_same_clinic" '
        'FOREIGN KEY ("clinic_id", "shelf_id") REFERENCES "ground_tests_shelf" ("clinic_id", "id") '
        "DEFERRABLE INITIALLY DEFERRED;"
    ) in editor.collected_sql


def test_renaming_the_table_before_the_key_is_made(db):
    with connection.schema_editor(collect_sql=True) as editor:
        editor.create_model(Note)
        editor.alter_db_table(Note, "ground_tests_note", "ground_tests_letter")
    assert any(
        'ALTER TABLE "ground_tests_letter" ADD CONSTRAINT "ground_tests_note_shelf' in sql
        for sql in editor.collected_sql
    )


def test_a_column_joins_a_table_with_rows_in_three_steps(note):
    late = EncryptedTextField("ground.note.late", max_length=80, null=True)
    late.set_attributes_from_name("late")
    needed = EncryptedTextField("ground.note.late", max_length=80)
    needed.set_attributes_from_name("late")
    late.model = needed.model = Note
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.schema_editor() as editor:
        editor.add_field(Note, late)
    with connection.cursor() as cursor:
        sealed = late.sealed(note.pk, note.clinic_id, "")
        cursor.execute("UPDATE ground_tests_note SET late = %s", [sealed])
    with connection.schema_editor() as editor:
        editor.alter_field(Note, late, needed)


def foreign_keys():
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, Note._meta.db_table)
    return {name for name, about in found.items() if about["foreign_key"]}


def test_the_models_pass_their_checks():
    problems = [problem.id for problem in Note.check(databases=["default"])]
    assert not [one for one in problems if one.startswith("ground.")]


def test_a_name_too_long_for_the_database_is_refused(db):
    constraint = SameClinic("shelf", name="x" * 64)
    with connection.schema_editor(collect_sql=True) as editor, pytest.raises(ValueError):
        constraint.create_sql(Note, editor)
    assert [problem.id for problem in constraint._check(Note, connection)] == ["ground.E003"]


def test_a_plain_foreign_key_beside_it_is_refused(monkeypatch):
    monkeypatch.setattr(Note._meta.get_field("shelf"), "db_constraint", True)
    constraint = SameClinic("shelf", name="short")
    assert "db_constraint=False" in constraint._check(Note, connection)[0].msg


def test_a_missing_field_is_named():
    constraint = SameClinic("wardrobe", name="short")
    assert "wardrobe" in constraint._check(Note, connection)[0].msg


def test_a_row_without_clinic_or_ready_key_or_own_labels_is_refused():
    class Loose(models.Model):
        words = EncryptedTextField("ground.loose.words", max_length=80)
        other = EncryptedTextField("ground.loose.words", max_length=80)

        class Meta:
            apps = type(Note._meta.apps)()
            app_label = LABEL

        def __str__(self):
            return ""

    assert {problem.id for problem in Loose.check()} >= {
        "ground.E001",
        "ground.E002",
        "ground.E004",
    }
