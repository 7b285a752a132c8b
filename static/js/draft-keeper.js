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

  later() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), 800)
  }

  forget() {
    clearTimeout(this.timer)
    this.timer = null
  }

  async save() {
    if (!this.timer) return
    this.forget()
    const body = this.body()
    try {
      const answer = await fetch(this.getAttribute("url"), { method: "POST", body, keepalive: true, redirect: "error" })
      this.say(answer.ok ? this.dataset.saved : this.dataset.waiting)
    } catch {
      this.say(this.dataset.waiting)
    }
  }

  body() {
    const all = new FormData(this.closest("form") || this.querySelector("form"))
    const own = new Set([...this.querySelectorAll("[name]")].map((field) => field.name))
    const kept = [...all].filter(([name]) => own.has(name) || name === "csrfmiddlewaretoken")
    return new URLSearchParams(kept)
  }

  say(words) {
    const status = this.querySelector("[role=status]")
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })
    if (status && words) status.textContent = words.replace("{time}", time)
  }
})
