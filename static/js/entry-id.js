// One id for one entry, however often it is sent; and the phone's own time and zone at the press.
// Fills whichever of device_id, done_at, sent_at and zone its form has as hidden inputs.
customElements.define("entry-id", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form")
    // A form that came back with an objection tells of the same moment.
    this.doneAt = this.field("done_at")?.value
    this.renew = this.renew.bind(this)
    this.press = this.press.bind(this)
    // A kept page is opened many times, each time for another entry.
    if (document.documentElement.dataset.kept || !this.field("device_id")?.value) this.renew()
    this.form.addEventListener("submit", this.press, { capture: true })
    addEventListener("pageshow", this.renew)
  }

  disconnectedCallback() {
    this.form.removeEventListener("submit", this.press, { capture: true })
    removeEventListener("pageshow", this.renew)
  }

  // A page that comes back from the browser's memory starts another entry.
  renew(event) {
    if (event && !event.persisted) return
    this.doneAt = ""
    this.fill("device_id", randomId())
  }

  press() {
    const now = new Date().toISOString()
    this.fill("done_at", this.doneAt || now)
    this.fill("sent_at", now)
    this.fill("zone", Intl.DateTimeFormat().resolvedOptions().timeZone)
  }

  field(name) {
    return this.form.elements[name]
  }

  fill(name, value) {
    const field = this.field(name)
    if (field) field.value = value
  }
})

// crypto.randomUUID asks for a secure page; a test server in the same house has none. The address
// of any blob ends in an id of the same kind.
function randomId() {
  return crypto.randomUUID?.() || URL.createObjectURL(new Blob()).slice(-36)
}
