"""What stops the launcher, said so that the reader knows the way out."""


class LauncherError(Exception):
    """Its text is shown as it is: what is wrong, then what to do."""


class AlreadyRunning(LauncherError):
    """Another launcher holds this home."""
