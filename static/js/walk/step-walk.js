// One [data-step] of the page at a time; links to ?step=… move without loading anything, so that
// the walk goes on without a network. The place is kept in the form's field "step" and, with
// `keep`, under that name on a phone that is somebody's own.
customElements.define("step-walk", class extends HTMLElement {
  connectedCallback() {
    this.parts = [...document.querySelectorAll("[data-step]")]
    this.last = Math.max(...this.parts.map((part) => part.dataset.step))
    this.form = document.getElementById(this.getAttribute("for"))
    this.form.addEventListener("submit", () => this.remember(1))
    document.addEventListener("click", (this.follow = (event) => this.press(event)))
    this.now = Number(this.querySelector("[data-step]:not([hidden])").dataset.step)
    this.form.addEventListener("asked", () => this.end())
    this.end()
    const asked = new URLSearchParams(location.search).get("step")
    if (asked) return this.show(asked)
    this.offer()
    // Today has asked already.
    if (location.hash === "#on") this.querySelector("[data-offer]:not([hidden]) a")?.click()
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.follow)
  }

  press(event) {
    const link = event.target.closest('a[href^="?step="], .bar a[rel]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    const step = link.rel ? this.from(this.now, link.rel === "prev" ? -1 : 1) : link.search.slice(6)
    if (!step) return (link.href = link.dataset.first)
    event.preventDefault()
    this.go(step)
  }

  // The next one that is asked, on or back; 0 where there is none.
  from(step, way) {
    do step += way
    while (this.querySelector(`[data-step="${step}"] > asked-when[hidden]`))
    return step > this.last ? 0 : step
  }

  // Whether this is the end may change with what is answered here.
  end() {
    const more = this.from(this.now, 1)
    for (const part of document.querySelectorAll("[data-end]")) part.hidden = more
    const next = document.querySelector(".bar a[rel=next]")
    if (next) next.hidden = !more
  }

  go(step) {
    const now = this.show(step)
    history.replaceState(null, "", `?step=${now.dataset.step}`)
    now.querySelector("[tabindex]")?.focus({ preventScroll: true })
    scrollTo(0, 0)
    window.speechSynthesis?.cancel()
    this.remember(Number(step))
    const place = this.form.elements.step
    place.value = step > 1 ? step : ""
    place.dispatchEvent(new Event("input", { bubbles: true }))
  }

  show(step) {
    const there = (this.now = Math.min(Math.max(Math.trunc(step) || 1, 1), this.last))
    for (const part of this.parts) part.hidden = Number(part.dataset.step) !== there
    const now = this.querySelector("[data-step]:not([hidden])")
    this.end()
    if (now.dataset.title) document.title = now.dataset.title
    return now
  }

  // Where a page from the phone's own store does not know the place, the phone does.
  offer() {
    const place = this.querySelector("[data-offer]"), step = this.recall()
    if (!place || !(step > 1 && step <= this.last)) return
    const link = place.querySelector("a")
    link.href = `?step=${step}`
    link.textContent = place.dataset.offer.replace("{number}", step)
    place.hidden = false
  }

  recall() {
    try { return Number(localStorage.getItem(this.getAttribute("keep") ?? "")) } catch { return 0 }
  }

  remember(step) {
    const name = this.getAttribute("keep")
    try { if (name) step > 1 ? localStorage.setItem(name, step) : localStorage.removeItem(name) } catch { /* a full or shut store loses the place, and nothing else */ }
  }
})
