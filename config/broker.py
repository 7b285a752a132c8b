"""Asking the broker whether it is there, and not for long."""

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

PATIENCE = 0.3  # seconds, for the way there and again for the answer


def answers(url: str) -> bool:
    """Whether Redis says something. One that hangs is as good as none."""
    times = {"socket_connect_timeout": PATIENCE, "socket_timeout": PATIENCE}
    try:
        with Redis.from_url(as_redis_says(url), retry=Retry(NoBackoff(), 0), **times) as client:
            return bool(client.ping())
    except (RedisError, OSError):
        return False


def as_redis_says(url: str) -> str:
    """Celery's redis+socket:///path is unix:///path to Redis, its query not known there."""
    if not url.startswith("redis+socket:"):
        return url
    return "unix:" + url.removeprefix("redis+socket:").partition("?")[0]
