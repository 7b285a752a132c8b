// Counts down without a sound; a press on Next never waits for it.
customElements.define("quiet-timer", class extends HTMLElement {
  connectedCallback() {
    this.total = Number(this.getAttribute("seconds"))
    this.end = Date.now() + this.total * 1000
    this.tick = setInterval(() => this.show(), 1000)
  }

  disconnectedCallback() {
    clearInterval(this.tick)
  }

  show() {
    const left = Math.max(0, Math.round((this.end - Date.now()) / 1000))
    this.querySelector("text").textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`
    this.querySelector(".run").setAttribute("stroke-dasharray", `${(100 * left) / this.total} 100`)
    if (!left) clearInterval(this.tick)
  }
})
