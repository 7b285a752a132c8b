// Reads elements in the language of the page, through the browser's own voice. Hidden where there
// is none; never begins by itself: <read-aloud for="say then" hidden><button data-stop="Stop">…
customElements.define("read-aloud", class extends HTMLElement {
  connectedCallback() {
    this.hidden = !window.speechSynthesis
    this.words = this.querySelector("span")
    this.name = this.words.textContent
    this.addEventListener("click", () => (this.reading ? speechSynthesis.cancel() : this.read()))
    addEventListener("pagehide", () => this.disconnectedCallback())
  }

  disconnectedCallback() {
    if (this.reading) speechSynthesis.cancel()
  }

  read() {
    const parts = this.getAttribute("for").trim().split(/\s+/)
    const words = parts.map((id) => document.getElementById(id).innerText).join("\n")
    const said = new SpeechSynthesisUtterance(words)
    said.lang = document.documentElement.lang
    said.onend = said.onerror = () => this.say(null)
    speechSynthesis.cancel()
    speechSynthesis.speak(said)
    this.say(said)
  }

  say(reading) {
    this.reading = reading
    this.words.textContent = reading ? this.querySelector("button").dataset.stop : this.name
  }
})
