from accounts.ground.words_field import Text

__all__ = ["Text"]
