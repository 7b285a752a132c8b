// How much waits on this phone to be sent, as the worker tells it; nothing when nothing does.
// <waiting-pill data-waiting="… {n}" data-signed-out="…" data-look="…" data-full="…"><p role="status"></p></waiting-pill>
customElements.define("waiting-pill", class extends HTMLElement {
  connectedCallback() {
    this.hear = ({ data }) => this.show(data)
    navigator.serviceWorker?.addEventListener("message", this.hear)
    navigator.serviceWorker?.startMessages()
  }

  disconnectedCallback() {
    navigator.serviceWorker?.removeEventListener("message", this.hear)
  }

  show({ waiting, look, signedOut, full }) {
    const parts = [
      full && this.dataset.full,
      waiting && this.words(signedOut ? "signedOut" : "waiting", waiting),
      look && this.words("look", look),
    ]
    this.querySelector("[role=status]").textContent = parts.filter(Boolean).join(" · ")
  }

  words(name, n) {
    return this.dataset[name].replace("{n}", n)
  }
})
