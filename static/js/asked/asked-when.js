// A question that waits for an answer to an earlier one; without a script its hint says so.
// <asked-when name="answer_went" value="yes"><p data-hint>Only if …</p> … </asked-when>
customElements.define("asked-when", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form")
    this.querySelector("[data-hint]").hidden = true
    this.look = () => this.show()
    for (const kind of ["input", "change"]) this.form.addEventListener(kind, this.look)
    this.show()
  }

  disconnectedCallback() {
    for (const kind of ["input", "change"]) this.form.removeEventListener(kind, this.look)
  }

  show() {
    const field = this.form.elements[this.getAttribute("name")], one = field?.[0] ?? field
    const is = field?.type === "checkbox" ? field.checked && "on" : field?.value
    this.hidden = is !== this.getAttribute("value") || Boolean(one.closest("asked-when[hidden]"))
    this.form.dispatchEvent(new Event("asked"))
  }
})
