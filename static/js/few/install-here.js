// Puts the app on the home screen by one press, where the browser offers that; elsewhere words and
// pictures say how. An offer counts once. <install-here hidden><button type="button">…
customElements.define("install-here", class extends HTMLElement {
  connectedCallback() {
    this.offered = (event) => {
      event.preventDefault()
      this.hidden = false
      this.querySelector("button").onclick = () => {
        this.hidden = true
        event.prompt()
      }
    }
    addEventListener("beforeinstallprompt", this.offered)
  }

  disconnectedCallback() {
    removeEventListener("beforeinstallprompt", this.offered)
  }
})
