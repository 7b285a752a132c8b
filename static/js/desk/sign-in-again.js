// A sign-in that ran out while somebody writes: the page stays, and with it every word. They sign in
// in a window beside it; back here, the page takes the new token and saves what was typed.
customElements.define("sign-in-again", class extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog")
    // The page keeps its words itself: the server need not lay them aside.
    document.addEventListener("htmx:configRequest", ({ detail }) => {
      if (detail.verb === "post") detail.headers["X-Outbox"] = "desk"
    })
    document.addEventListener("htmx:responseError", ({ detail }) => {
      if (detail.xhr.status === 401) this.refused(detail.elt)
    })
    document.addEventListener("htmx:afterOnLoad", () => (this.tried = false))
    addEventListener("focus", () => this.dialog.open && this.look())
    this.querySelector("button").addEventListener("click", () => this.look())
  }

  // Signed in elsewhere meanwhile, a new token is enough; it is tried once.
  async refused(form) {
    this.form = form
    if (this.tried || !(await this.look())) this.dialog.open || this.dialog.showModal()
    this.tried = true
  }

  async look() {
    const answer = await fetch("/sync/token/", { headers: { Accept: "application/json" } }).catch(() => null)
    const { user, csrf } = answer?.ok ? await answer.json() : {}
    if (user !== this.getAttribute("user")) return false
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = csrf
    this.dialog.close()
    this.form.dispatchEvent(new Event("change", { bubbles: true }))
    return true
  }
})
