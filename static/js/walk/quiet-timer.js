// Counts down without a sound, from the moment it comes into view; a press on Next never waits
// for it. It goes by the clock, so that it is right after a while in another window.
customElements.define("quiet-timer", class extends HTMLElement {
  connectedCallback() {
    this.total = this.left = Number(this.getAttribute("seconds")) * 1000
    this.button = this.querySelector("button")
    this.pause = this.button?.textContent
    this.button?.addEventListener("click", () => (this.tick ? this.stop() : this.start()))
    this.seen = new IntersectionObserver(([place]) => place.isIntersecting && this.begin())
    this.seen.observe(this)
  }

  disconnectedCallback() {
    this.seen.disconnect()
    this.stop()
  }

  begin() {
    this.seen.disconnect()
    if (this.button) this.button.hidden = false
    this.start()
  }

  start() {
    this.end = Date.now() + this.left
    this.tick = setInterval(() => this.show(), 500)
    this.name(this.pause)
  }

  stop() {
    clearInterval(this.tick)
    this.tick = null
    this.name(this.button?.dataset.go)
  }

  name(words) {
    if (this.button) this.button.textContent = words
  }

  show() {
    this.left = Math.max(0, this.end - Date.now())
    const seconds = Math.ceil(this.left / 1000)
    this.querySelector("text").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
    this.querySelector(".run").setAttribute("stroke-dasharray", `${(100 * this.left) / this.total} 100`)
    if (this.left) return
    this.stop()
    if (this.button) this.button.hidden = true
  }
})
