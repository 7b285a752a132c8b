// Puts usual words into the line before it: <input …><own-words hidden><button type="button">…
customElements.define("own-words", class extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.addEventListener("click", (event) => {
      const words = event.target.closest("button"), field = this.previousElementSibling
      if (!words) return
      field.value = words.textContent
      field.dispatchEvent(new Event("input", { bubbles: true }))
    })
  }
})
