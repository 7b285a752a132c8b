"""A slow line before a port: latency and a shared rate for all that passes, a worker's too.

python -m tests.lighthouse.slow_line 8000    prints the port it listens on
"""

import asyncio
import sys

LATENCY, BYTES_A_SECOND, PIECE = 0.4, 50_000, 1400  # slow 3G: 400 ms, 400 kbit/s


class Direction:
    """One way of the line; everybody on it shares its rate."""

    def __init__(self):
        self.free_at = 0.0

    async def carry(self, reader, writer):
        pieces = asyncio.Queue()
        out = asyncio.create_task(self.deliver(pieces, writer))
        now = asyncio.get_running_loop().time
        try:
            while data := await reader.read(PIECE):
                pieces.put_nowait((now() + LATENCY / 2, data))
        except ConnectionError:
            pass
        pieces.put_nowait(None)
        await out

    async def deliver(self, pieces, writer):
        now = asyncio.get_running_loop().time
        while piece := await pieces.get():
            due, data = piece
            self.free_at = max(self.free_at, due) + len(data) / BYTES_A_SECOND
            await asyncio.sleep(self.free_at - now())
            try:
                writer.write(data)
                await writer.drain()
            except ConnectionError:
                break
        writer.close()


async def listen(target):
    up, down = Direction(), Direction()

    async def connected(reader, writer):
        await asyncio.sleep(LATENCY)  # the handshake
        there, back = await asyncio.open_connection("127.0.0.1", target)
        await asyncio.gather(up.carry(reader, back), down.carry(there, writer))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(listen(int(sys.argv[1])))
