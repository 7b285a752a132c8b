// Leave: the page is gone at the press, whatever the network does; the server hears of it as soon
// as it can, but not before the last words that were written. The cookie makes any later request
// the press, should this one never arrive.
customElements.define("leave-now", class extends HTMLElement {
  connectedCallback() {
    this.escapes = []
    this.escape = this.escape.bind(this)
    this.addEventListener("submit", (event) => {
      event.preventDefault()
      this.leave()
    })
    addEventListener("keydown", this.escape, { capture: true })
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload())
  }

  disconnectedCallback() {
    removeEventListener("keydown", this.escape, { capture: true })
  }

  // Escape, three times within two seconds.
  escape({ key, timeStamp }) {
    this.escapes = key === "Escape" ? [...this.escapes.slice(-2), timeStamp] : []
    if (this.escapes.length === 3 && timeStamp - this.escapes[0] < 2000) this.leave()
  }

  async leave() {
    const form = this.querySelector("form")
    const body = new URLSearchParams(new FormData(form))
    const to = this.getAttribute("to")
    document.body.remove()
    document.title = this.dataset.title
    history.replaceState(null, "", to)
    await Promise.race([document.keeping, new Promise((done) => setTimeout(done, 1000))])
    document.cookie = this.dataset.mark
    fetch(form.action, { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => {})
    location.replace(to)
  }
})
