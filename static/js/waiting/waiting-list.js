// What waits on this phone, unsealed here and nowhere else: looked at again, or let go.
// <waiting-list user="id" data-done="Done" …><div class="nothing" hidden></div><ul></ul>
//   <template>…</template><form hidden method="post">…</form><dialog>…</dialog></waiting-list>
const SAID = /^(where|with_whom|obstacle_words|note|answer_.*)$/

customElements.define("waiting-list", class extends HTMLElement {
  connectedCallback() {
    this.draw = this.draw.bind(this)
    navigator.serviceWorker?.addEventListener("message", this.draw)
    // The line that leads here.
    document.querySelector("waiting-pill p")?.toggleAttribute("hidden", true)
    this.draw()
  }

  disconnectedCallback() {
    navigator.serviceWorker?.removeEventListener("message", this.draw)
  }

  async draw() {
    const own = (await waiting().catch(() => [])).filter(({ author }) => author === this.getAttribute("user"))
    const items = own.filter((item) => item.look || !isDraft(item))
    const cards = await Promise.all(items.map((item) => this.card(item)))
    this.querySelector("ul").replaceChildren(...cards)
    this.querySelector(".nothing").hidden = Boolean(items.length)
  }

  async card(item) {
    const { url, about, fields } = await unseal(item)
    const card = this.querySelector("template").content.cloneNode(true).firstElementChild
    const part = (name) => card.querySelector(`[data-part=${name}]`)
    const sent = new URLSearchParams(fields)
    const time = new Date(item.order).toLocaleString(document.documentElement.lang, { weekday: "long", hour: "2-digit", minute: "2-digit" })
    part("about").textContent = about || ""
    part("state").textContent = [this.dataset[sent.get("state")], time].filter(Boolean).join(" · ")
    for (const [name, value] of sent) if (SAID.test(name) && value) part("said").append(line(value))
    part(item.look ? "waits" : "look").remove()
    part("open").hidden = !item.look || isDraft(item)
    part("open").onclick = () => this.open(item, url, sent)
    part("drop").onclick = () => this.ask(item)
    return card
  }

  // Sent as its form would send it: the server answers with the form, filled, and says what is wrong.
  async open(item, url, sent) {
    const answer = await fetch("/sync/token/").catch(() => {})
    if (answer?.status === 401) return location.reload()
    this.querySelector("[role=alert]").hidden = Boolean(answer?.ok)
    if (!answer?.ok) return
    const form = this.querySelector("form")
    const { csrf } = await answer.json()
    const fields = { ...Object.fromEntries(sent), csrfmiddlewaretoken: csrf, letter: item.id, sent_at: new Date().toISOString() }
    form.action = url
    for (const [name, value] of Object.entries(fields)) form.append(hidden(name, value))
    form.submit()
  }

  ask(item) {
    const dialog = this.querySelector("dialog")
    dialog.onclose = async () => {
      if (dialog.returnValue === "drop") await dropItem(item)
      document.querySelector("this-phone").tell()
      this.draw()
    }
    dialog.returnValue = ""
    dialog.showModal()
  }
})

// Half-written, it waits where it was begun.
function isDraft({ id }) {
  return id.startsWith("/drafts/")
}

function line(words) {
  const said = document.createElement("p")
  said.className = "voice voice--said"
  said.textContent = words
  return said
}

function hidden(name, value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value })
}
