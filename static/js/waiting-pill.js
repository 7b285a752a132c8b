// How much waits on this phone to be sent, as the worker tells it, and the way there; nothing when
// nothing does. Signing out, the phone switch and an app lock would lose it, so they ask first.
// <waiting-pill data-waiting="… {n}" data-signed-out="…" data-look="…" data-full="…" data-leave="…">
//   <p role="status"><a></a></p><dialog><p></p><form method="dialog">…</form></dialog></waiting-pill>
customElements.define("waiting-pill", class extends HTMLElement {
  connectedCallback() {
    this.hear = ({ data }) => "waiting" in data && this.show(data)
    navigator.serviceWorker?.addEventListener("message", this.hear)
    navigator.serviceWorker?.startMessages()
    this.ask = this.ask.bind(this)
    document.addEventListener("submit", this.ask)
  }

  disconnectedCallback() {
    navigator.serviceWorker?.removeEventListener("message", this.hear)
    document.removeEventListener("submit", this.ask)
  }

  show({ waiting, look, drafts, signedOut, full }) {
    // Today as it was before would offer again what has just been sent.
    if (this.count && !waiting && document.querySelector("[data-week]")) location.reload()
    this.count = waiting
    this.kept = waiting + look + drafts
    const parts = [
      full && this.dataset.full,
      waiting && this.words(signedOut ? "signedOut" : "waiting", waiting),
      look && this.words("look", look),
    ]
    const way = this.querySelector("a")
    way.textContent = parts.filter(Boolean).join(" · ")
    // Without room the words are on this page alone: nothing leads away from it.
    full ? way.removeAttribute("href") : (way.href = "/waiting/")
  }

  ask(event) {
    const form = event.target
    // The answer to the question is a form as well, and on the lock's page of the same address.
    if (!this.kept || form.method === "dialog" || !/\/(logout|phone|lock)\/$/.test(form.action)) return
    event.preventDefault()
    const dialog = this.querySelector("dialog")
    dialog.querySelector("p").textContent = this.words("leave", this.kept)
    dialog.onclose = () => {
      if (dialog.returnValue === "leave") form.submit()
      if (dialog.returnValue === "send") document.querySelector("this-phone").tell()
    }
    dialog.showModal()
  }

  words(name, n) {
    return this.dataset[name].replace("{n}", n)
  }
})
