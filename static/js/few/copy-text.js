// Copies the text of another element. <copy-text for="summary" data-done="Copied"><button type="button">…
customElements.define("copy-text", class extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", () => this.copy())
  }

  async copy() {
    const source = document.getElementById(this.getAttribute("for"))
    await navigator.clipboard.writeText(source.value ?? source.innerText)
    const status = this.querySelector("[role=status]") || this.appendChild(document.createElement("span"))
    status.setAttribute("role", "status")
    status.textContent = this.dataset.done
  }
})
