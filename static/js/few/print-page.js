// Prints this page. <print-page><button type="button">…
customElements.define("print-page", class extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", () => print())
  }
})
