// Who answers what. Whoever signs in or out finds no page of who was here before. Nothing here
// knows a person: it is the same script on every phone.
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (origin !== location.origin) return
  if (method === "POST" && /^\/(accounts|join)\//.test(pathname)) event.waitUntil(forgetPages())
  else if (method === "POST") event.respondWith(sent(event.request))
  if (method !== "GET") return
  if (pathname.startsWith("/static/")) event.respondWith(file(event.request))
  else if (mode === "navigate") event.respondWith(page(event))
})

// A page whose load began just before this worker took over has none, unless it asks for one.
addEventListener("sync", (event) => event.waitUntil(sendWaiting()))
addEventListener("message", (event) => {
  if (event.origin === location.origin) event.waitUntil(event.data.draft ? giveDraft(event) : heard(event.data))
})

async function heard({ user, keeps, week }) {
  await clients.claim()
  await forgetPages(keeps ? user : "")
  await forgetOld()
  if (keeps || (await indexedDB.databases?.())?.length !== 0) await sendWaiting()
  if (keeps && week) await keepWeek(user, week)
}

function pause(time) {
  return new Promise((done) => setTimeout(done, time))
}

// AbortSignal.timeout is missing in browsers that are still about.
function limit(time) {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), time)
  return stop.signal
}
