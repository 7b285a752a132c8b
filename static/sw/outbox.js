// What was written without a network waits here and is sent later, in order, by its author only.
// A form that may wait says whose it is (author), what to answer meanwhile (words) and what it is
// about; one that has waited and is looked at again says which it was (letter).
const PATIENCE = 5000
const LOST = { status: 599 }

async function sent(request) {
  const fields = new URLSearchParams(await request.clone().text())
  const mayWait = fields.get("author") && request.referrer.startsWith(`${location.origin}/`)
  if (!mayWait) return fetch(request)
  const lost = pause(PATIENCE).then(() => LOST)
  const answer = await Promise.race([fetch(request).catch(() => LOST), lost])
  if (answer.status >= 500) return keep(request, fields)
  const id = fields.get("letter")
  if (id && isTaken(answer)) await dropItem({ id }).then(tell)
  return answer
}

async function keep(request, fields) {
  const [author, words, about, letter] = ["author", "words", "about", "letter"].map((name) => fields.get(name))
  // The token is asked for anew, and the words were for now.
  for (const name of ["author", "words", "about", "letter", "csrfmiddlewaretoken"]) fields.delete(name)
  const id = letter || fields.get("device_id") || crypto.randomUUID()
  const inPlace = request.headers.has("HX-Request")
  try {
    const letter = await seal({ url: request.url, about, fields: String(fields) })
    await putItem({ id, author, order: Date.now(), ...letter })
  } catch {
    await tell({ full: true })
    // Nothing to show: the browser leaves a page, and what is written on it, as it is.
    return new Response(null, { status: inPlace ? 507 : 204 })
  }
  registration.sync?.register("outbox").catch(() => {})
  await tell()
  return inPlace ? piece(words) : Response.redirect("/today/", 303)
}

function piece(words) {
  const safe = words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt()};`)
  const html = `<div class="saved" role="status"><p>${safe}</p></div>`
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } })
}

// Pages show how many wait.
async function tell(more) {
  const items = await waiting().catch(() => [])
  const look = items.filter((item) => item.look).length
  for (const page of await clients.matchAll()) page.postMessage({ waiting: items.length - look, look, ...more })
}

// One after the other, also when two pages ask at once.
let sending = Promise.resolve()
function sendWaiting() {
  return (sending = sending.then(sendAll).catch(() => {}))
}

async function sendAll() {
  await tell()
  if (!(await waiting()).length) return
  const answer = await fetch("/sync/token/", { signal: limit(PATIENCE) })
  if (answer.status === 401) return tell({ signedOut: true })
  const { user, csrf } = await answer.json()
  for (const item of await waiting()) {
    if (item.author !== user) await dropItem(item)
    else if (!item.look && !(await sendOne(item, csrf))) break
  }
  await tell()
}

// True when the next may go. What the server does not take stays, for its author to look at.
async function sendOne(item, csrf) {
  const { url, fields } = await unseal(item)
  const body = new URLSearchParams(fields)
  body.set("sent_at", new Date().toISOString())
  const headers = { "X-CSRFToken": csrf, "X-Outbox": "1" }
  const how = { method: "POST", body, headers, redirect: "manual", signal: limit(PATIENCE) }
  const answer = await fetch(url, how).catch(() => LOST)
  if (answer.status >= 500 || [401, 403, 429].includes(answer.status)) return false
  await (isTaken(answer) ? dropItem(item) : putItem({ ...item, look: true }))
  return true
}

function isTaken(answer) {
  return answer.ok || answer.type === "opaqueredirect"
}
