// Saved, with Undo: when the button that was pressed has gone, the focus moves here, not to the top.
customElements.define("undo-toast", class extends HTMLElement {
  connectedCallback() {
    if (!this.closest(".htmx-added, .htmx-settling")) return
    this.tabIndex = -1
    requestAnimationFrame(() => document.activeElement === document.body && this.focus({ preventScroll: true }))
  }
})
