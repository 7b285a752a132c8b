// Says so where browser or device refuse a passkey: the library tells its console alone.
// <key-refused hidden><p role="alert">…</p></key-refused>
customElements.define("key-refused", class extends HTMLElement {
  connectedCallback() {
    document.addEventListener("allauth.error", () => {
      this.hidden = false
      this.scrollIntoView({ block: "nearest" })
    })
  }
})
