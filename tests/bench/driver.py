"""A small load driver: so many connections at once, for so long, counting right answers."""

import asyncio
import time
from dataclasses import dataclass

CONNECTIONS = 8


@dataclass(frozen=True)
class Measured:
    per_second: float
    median_ms: float
    answers: int
    wrong: int


def measure(port, request, *, seconds, expect):
    """Send `request()` (bytes each) for `seconds`; `expect`: the right status, as bytes."""
    return asyncio.run(_measure(port, request, seconds, expect))


async def _measure(port, request, seconds, expect):
    times, wrong, end = [], [], time.perf_counter() + seconds

    async def connection():
        while time.perf_counter() < end:
            begun = time.perf_counter()
            status = await _ask(port, request())
            (times if status == expect else wrong).append(time.perf_counter() - begun)

    begun = time.perf_counter()
    await asyncio.gather(*(connection() for _ in range(CONNECTIONS)))
    took = time.perf_counter() - begun
    median = sorted(times)[len(times) // 2] if times else 0
    return Measured(len(times) / took, median * 1000, len(times), len(wrong))


async def _ask(port, request):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    answer = await reader.read(-1)
    writer.close()
    return answer[9:12]
