// A finger's press on a choice inside it sends the form. The keyboard walks through choices
// first, and sends by Save: <press-saves>radios</press-saves>
customElements.define("press-saves", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      if (event.detail && event.target.type === "radio") event.target.form.requestSubmit()
    })
  }
})
