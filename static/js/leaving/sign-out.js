// Signing out while something on the page is not saved yet: it asks first. Pages that save by
// themselves do so in a moment; the others, when they are sent.
// <sign-out><form>…</form><dialog><form method="dialog">…</form></dialog></sign-out>
const unsaved = new Set(), typed = new Set()
addEventListener("input", ({ target: { form, type } }) => {
  if (type === "search" || form?.method !== "post") return
  unsaved.add(form)
  typed.add(form)
})
document.addEventListener("htmx:beforeRequest", ({ detail }) => typed.delete(detail.elt.closest("form")))
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = detail.elt.closest("form")
  // What was typed while the answer was on its way is not in it.
  if (detail.successful && !typed.has(form)) unsaved.delete(form)
})

customElements.define("sign-out", class extends HTMLElement {
  connectedCallback() {
    const dialog = this.querySelector("dialog")
    this.addEventListener("submit", (event) => {
      const asks = [...unsaved].some((form) => form.isConnected)
      if (event.target.method === "dialog" || !asks) return
      event.preventDefault()
      dialog.onclose = () => dialog.returnValue === "go" && this.querySelector("form").submit()
      dialog.showModal()
    })
  }
})
