// What this phone keeps, and whether what it shows is a copy. Tells the worker whose phone it is:
// <this-phone user="id" keeps|clears worker="/sw.js" data-copy="… {time} …"><p role="status"></p></this-phone>
customElements.define("this-phone", class extends HTMLElement {
  connectedCallback() {
    this.showCopy()
    this.begin = () => this.tell()
    for (const kind of ["online", "pageshow"]) addEventListener(kind, this.begin)
    document.addEventListener("visibilitychange", this.begin)
    const worker = this.getAttribute("worker")
    // Refused in private windows, and where the page is left at once: it goes without.
    if (worker) navigator.serviceWorker?.register(worker).catch(() => {})
    if (this.hasAttribute("clears")) this.clear().catch(() => {})
    // How far somebody else got in their homework, who never signed out here.
    for (const name of Object.keys(localStorage)) {
      if (/^walk/.test(name) && !name.includes(this.getAttribute("user"))) delete localStorage[name]
    }
  }

  // Somebody else may see this phone. Not every browser heeds the server's word to forget.
  async clear() {
    localStorage.clear()
    indexedDB.deleteDatabase("outbox")
    for (const name of await caches.keys()) caches.delete(name)
    for (const each of await navigator.serviceWorker.getRegistrations()) each.unregister()
  }

  disconnectedCallback() {
    for (const kind of ["online", "pageshow"]) removeEventListener(kind, this.begin)
    document.removeEventListener("visibilitychange", this.begin)
  }

  async tell() {
    if (!navigator.serviceWorker || document.visibilityState === "hidden") return
    const here = (await navigator.serviceWorker.getRegistration()) || {}
    const { active } = here.active || !this.hasAttribute("worker") ? here : await navigator.serviceWorker.ready
    active?.postMessage({ user: this.getAttribute("user"), keeps: this.hasAttribute("keeps"), week: this.week() })
  }

  // Asked for once a page, when the page itself is done.
  week() {
    const list = document.querySelector("[data-week]")
    return !this.isCopy && list?.dataset.week.trim().split(/\s+/)
  }

  get isCopy() {
    return Boolean(document.documentElement.dataset.kept)
  }

  showCopy() {
    const status = this.querySelector("[role=status]")
    if (status && this.isCopy) status.textContent = this.dataset.copy.replace("{time}", spoken(new Date(document.documentElement.dataset.kept)))
  }
})

// 09:12 of today, or Tue 09:12 of another day.
function spoken(time) {
  const today = time.toDateString() === new Date().toDateString()
  return time.toLocaleString(document.documentElement.lang, { ...(today ? {} : { weekday: "short" }), hour: "2-digit", minute: "2-digit" })
}
