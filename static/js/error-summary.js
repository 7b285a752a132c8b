// "There is a problem" takes the focus, on a new page and after a swap; its links go to the field itself.
customElements.define("error-summary", class extends HTMLElement {
  connectedCallback() {
    requestAnimationFrame(() => this.focus())
    this.addEventListener("click", (event) => {
      const field = document.getElementById(event.target.hash?.slice(1))
      if (!field) return
      event.preventDefault()
      field.closest(".field")?.scrollIntoView({ block: "start" })
      field.focus({ preventScroll: true })
    })
  }
})
