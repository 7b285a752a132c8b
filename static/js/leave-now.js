// Takes the place of its page in the history, so that Back does not show where somebody was.
customElements.define("leave-now", class extends HTMLElement {
  connectedCallback() {
    location.replace(this.getAttribute("to"))
  }
})
