"""Being asked to stop: Ctrl-C, `kill`, or a terminal that was closed."""

import signal

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stop(BaseException):
    """Somebody asked the launcher to stop. What is open closes in order on the way out."""


def raise_on_signals() -> None:
    """Raise Stop at the first signal; later ones must not break the orderly stop."""

    def ask(*_):
        _handle(lambda *_: None)
        raise Stop

    _handle(ask)


def _handle(handler) -> None:
    for signum in SIGNALS:
        # nohup and background jobs had a signal ignored on purpose.
        if signal.getsignal(signum) is not signal.SIG_IGN:
            signal.signal(signum, handler)
