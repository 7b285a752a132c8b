// Keeps what is being written on the server: posts the fields inside it, a moment after the last
// change and when the page is left. <draft-keeper url="…"> … <p role="status"></p></draft-keeper>
customElements.define("draft-keeper", class extends HTMLElement {
  connectedCallback() {
    this.leave = () => document.visibilityState === "hidden" && this.save()
    this.addEventListener("input", () => this.later())
    document.addEventListener("visibilitychange", this.leave)
    this.closest("form")?.addEventListener("submit", () => this.forget())
  }

  disconnectedCallback() {
    this.save()
    document.removeEventListener("visibilitychange", this.leave)
  }

  later(wait = 800) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), wait)
  }

  forget() {
    clearTimeout(this.timer)
    this.timer = null
  }

  async save() {
    if (!this.timer) return
    this.forget()
    const kept = await this.post()
    this.say(kept ? this.dataset.saved : this.dataset.waiting)
    if (!kept && this.isConnected && !this.timer) this.later(10_000)
  }

  // An answer that leads elsewhere is a lost sign-in, not a saved draft.
  async post() {
    const how = { method: "POST", body: this.body(), keepalive: true, redirect: "error" }
    return fetch(this.getAttribute("url"), how).then((answer) => answer.ok, () => false)
  }

  body() {
    const all = new FormData(this.closest("form") || this.querySelector("form"))
    const own = new Set([...this.querySelectorAll("[name]")].map((field) => field.name))
    // With the id of the entry that it is for: what comes after that entry is no draft any more.
    const kept = [...all].filter(([name]) => own.has(name) || /^(csrfmiddlewaretoken|device_id)$/.test(name))
    return new URLSearchParams(kept)
  }

  say(words) {
    const status = this.querySelector("[role=status]")
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })
    if (status && words) status.textContent = words.replace("{time}", time)
  }
})
