from records.models.copy import Copy

__all__ = ["Copy"]
