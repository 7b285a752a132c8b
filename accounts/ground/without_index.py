"""A migration that takes the index of a foreign key away, and does nothing else."""

from django.db.migrations.operations.fields import FieldOperation


class WithoutIndex(FieldOperation):
    """AlterField would also make the foreign key anew: every row would be looked at, with the table
    locked all the while. The field stays as the migrations before have left it."""

    def state_forwards(self, app_label, state):
        field = state.models[app_label, self.model_name_lower].fields[self.name].clone()
        field.db_index = False
        state.alter_field(app_label, self.model_name_lower, self.name, field, preserve_default=True)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        model = from_state.apps.get_model(app_label, self.model_name)
        columns = [model._meta.get_field(self.name).column]
        named = {index.name for index in model._meta.indexes}
        its_own = schema_editor._constraint_names(
            model, columns, index=True, unique=False, exclude=named
        )
        for index in its_own:
            schema_editor.execute(schema_editor._delete_index_sql(model, index))

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        model = to_state.apps.get_model(app_label, self.model_name)
        field = model._meta.get_field(self.name)
        schema_editor.execute(schema_editor._create_index_sql(model, fields=[field]))

    def describe(self):
        return f"Take the index of {self.name} on {self.model_name} away"
