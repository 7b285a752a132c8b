// Reminds on this phone whoever pressed "Remind me on this device", and makes sure at each start.
// <push-here hidden data-no="…"><button>…</button><p role="status"></p></push-here>
customElements.define("push-here", class extends HTMLElement {
  connectedCallback() {
    this.hidden = !self.PushManager
    // Stopped here, though this start had made sure of it: from now on only a press counts.
    if (sessionStorage.push) delete localStorage.push
    this.querySelector("button").onclick = () => this.ask().catch(() => {
      this.querySelector("[role=status]").textContent = this.dataset.no
    })
  }

  // Asked at once: later the press would no longer count as one.
  async ask() {
    if (await Notification.requestPermission() !== "granted") throw this
    // A therapist's pages have no worker before.
    await navigator.serviceWorker.register("/sw.js")
    await subscribe(true)
    location.reload()
  }
})

async function subscribe(pressed) {
  const { user, key, csrf } = await (await fetch("/me/devices/")).json()
  const here = await navigator.serviceWorker.ready
  // Asked for by somebody who never signed out: what is for them comes here no more, nor lies about.
  if (!pressed && user !== localStorage.push) {
    await end(here)
    for (const each of await here.getNotifications()) each.close()
    return delete localStorage.push
  }
  const make = () => here.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  // Refused while there is one with an earlier key.
  const made = await make().catch(() => end(here).then(make))
  const answer = await fetch("/me/devices/", { method: "POST", body: JSON.stringify(made), headers: { "X-CSRFToken": csrf } })
  if (!answer.ok) throw answer
  localStorage.push = user
  sessionStorage.push = 1
}

async function end({ pushManager }) {
  await (await pushManager.getSubscription())?.unsubscribe()
}

// Nobody is signed in on this page: whoever comes next in this tab has a sign-in of their own.
if (!document.querySelector("this-phone")) delete sessionStorage.push
if (localStorage.push && !sessionStorage.push && self.Notification?.permission === "granted") subscribe().catch(() => {})
