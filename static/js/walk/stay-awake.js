// Keeps the screen on while its page is looked at, where the browser can: <stay-awake></stay-awake>
customElements.define("stay-awake", class extends HTMLElement {
  connectedCallback() {
    this.ask = async () => {
      if (!document.hidden) this.lock = await navigator.wakeLock?.request("screen").catch(() => null)
    }
    document.addEventListener("visibilitychange", this.ask)
    this.ask()
  }

  disconnectedCallback() {
    document.removeEventListener("visibilitychange", this.ask)
    this.lock?.release()
  }
})
