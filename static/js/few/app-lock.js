// Out of sight or untouched for so many minutes: the page hides behind the PIN, with what was being
// written. The server locks by itself; here it is told that somebody is there while they read or write.
customElements.define("app-lock", class extends HTMLElement {
  connectedCallback() {
    this.limit = this.getAttribute("minutes") * 60_000
    this.seen = this.told = Date.now()
    for (const kind of ["keydown", "pointerdown", "scroll"]) addEventListener(kind, () => this.see(), { capture: true, passive: true })
    document.addEventListener("visibilitychange", () => this.check())
    this.addEventListener("app-open", () => this.show(false))
    setInterval(() => this.check(), 5000)
  }

  see() {
    this.check()
    if (!this.hidden) return
    this.seen = Date.now()
    if (this.seen - this.told < this.limit / 4) return
    this.told = this.seen
    const body = new URLSearchParams(new FormData(this.querySelector("form")))
    fetch(this.getAttribute("life"), { method: "POST", body, redirect: "manual" }).catch(() => {})
  }

  check() {
    if (this.hidden && Date.now() - this.seen > this.limit) this.show(true)
  }

  show(locked) {
    this.hidden = !locked
    this.seen = this.told = Date.now()
    if (locked) dispatchEvent(new Event("app-locked"))
  }
})
