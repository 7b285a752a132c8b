"""What a visit costs: requests, bytes on the wire with their headers, and shifts of the layout."""

from dataclasses import dataclass, field

# Kept by the page itself, from its first frame on.
WATCH_SHIFTS = """new PerformanceObserver(list => {
  window.shifts = (window.shifts || []).concat(list.getEntries().filter(e => !e.hadRecentInput)
    .map(e => [e.value, ...e.sources.map(s => s.node?.outerHTML?.slice(0, 80))]))
}).observe({ type: "layout-shift", buffered: true })"""
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass
class Cost:
    requests: list = field(default_factory=list)
    bytes: int = 0


class Visit:
    """One browser's way through pages, each weighed by itself."""

    def __init__(self, page):
        self.page = page
        self.cost = Cost()
        page.add_init_script(WATCH_SHIFTS)
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.requestWillBeSent", self.asked)
        network.on("Network.loadingFinished", self.came)

    def asked(self, event):
        if event["request"]["url"].startswith("http"):
            self.cost.requests.append(event["request"]["url"])

    def came(self, event):
        self.cost.bytes += event["encodedDataLength"]

    def open(self, path):
        self.cost = Cost()
        assert self.page.goto(path).ok, path
        self.page.evaluate(SETTLED)
        return self.cost

    def shifts(self):
        return self.page.evaluate("window.shifts || []")
