// Keeps what is being written on the server: posts the fields inside it, a moment after the last
// change and when the page is left. On a phone of one's own it waits there until it can be sent,
// and a page that is opened again before that has it back. <draft-keeper url="…"> … <p role="status"></p></draft-keeper>
customElements.define("draft-keeper", class extends HTMLElement {
  connectedCallback() {
    this.leave = () => document.visibilityState === "hidden" && this.save()
    this.addEventListener("input", () => this.later())
    document.addEventListener("visibilitychange", this.leave)
    this.closest("form")?.addEventListener("submit", () => this.forget())
    this.author = this.dataset.saved && document.querySelector("this-phone[keeps]")?.getAttribute("user")
    if (this.author) this.askPhone()
  }

  // What is sent in full takes its draft along.
  askPhone() {
    const draft = this.getAttribute("url")
    this.append(Object.assign(document.createElement("input"), { type: "hidden", name: "draft", value: draft }))
    this.hear = ({ data }) => data.draft === draft && this.fill(new URLSearchParams(data.fields))
    navigator.serviceWorker?.addEventListener("message", this.hear)
    navigator.serviceWorker?.startMessages()
    navigator.serviceWorker?.controller?.postMessage({ user: this.author, draft })
  }

  fill(kept) {
    for (const [name, value] of kept) {
      const field = this.form.elements[name]
      if (field?.type === "checkbox") field.checked = true
      else if (field) field.value = value
    }
    this.form.dispatchEvent(new Event("change"))
  }

  get form() {
    return this.closest("form") || this.querySelector("form")
  }

  disconnectedCallback() {
    this.save()
    document.removeEventListener("visibilitychange", this.leave)
    navigator.serviceWorker?.removeEventListener("message", this.hear)
  }

  later(wait = 800) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), wait)
  }

  forget() {
    clearTimeout(this.timer)
    this.timer = null
  }

  // What the server refuses it says once: it is asked again when there is less of it.
  async save() {
    if (!this.timer) return
    this.forget()
    const body = this.body()
    const { length } = String(body)
    if (length >= this.refused) return
    const answer = await (document.keeping = this.post(body))
    const refusal = answer.status === 422 && (await answer.text())
    this.refused = refusal ? length : NaN
    this.say(refusal || this.dataset[answer.ok ? "saved" : "waiting"])
    if (!answer.ok && !refusal && this.isConnected && !this.timer) this.later(10_000)
  }

  // An answer that leads elsewhere is a lost sign-in, not a saved draft.
  // A browser lets no more than 64 kB outlive their page.
  async post(body) {
    const how = { method: "POST", body, keepalive: String(body).length < 60_000, redirect: "error" }
    return fetch(this.getAttribute("url"), how).catch(() => ({}))
  }

  body() {
    const all = new FormData(this.form)
    const own = new Set([...this.querySelectorAll("[name]")].map((field) => field.name))
    // With the id of the entry that it is for: what comes after that entry is no draft any more.
    const kept = [...all].filter(([name]) => own.has(name) || /^(csrfmiddlewaretoken|device_id)$/.test(name))
    const body = new URLSearchParams(kept)
    body.delete("draft")
    if (this.author) body.set("author", this.author)
    if (this.author) body.set("letter", this.getAttribute("url"))
    return body
  }

  say(words) {
    const status = this.querySelector("[role=status]")
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" })
    if (status && words) status.textContent = words.replace("{time}", time)
  }
})
