// What was written without a network waits here and is sent later, in order, by its author only.
// A form that may wait says whose it is (author), what to answer meanwhile (words) and what it is
// about; one that has waited and is looked at again says which it was (letter). What is half-written
// waits by the address of its draft, and no longer than its form (draft).
const PATIENCE = 5000
const LOST = { status: 599 }
const OURS = "X-Outbox"

async function sent(request) {
  const fields = new URLSearchParams(await request.clone().text())
  const mayWait = fields.get("author") && request.referrer.startsWith(`${location.origin}/`)
  if (!mayWait) return fetch(request)
  const plain = request.clone()
  const headers = new Headers(request.headers)
  // Asked like this, the server says 401 where it would lead to the sign-in and keep nothing here.
  headers.set(OURS, "1")
  const lost = pause(PATIENCE).then(() => LOST)
  const answer = await Promise.race([fetch(new Request(request, { headers })).catch(() => LOST), lost])
  // A page of one person where another has signed in since: their words go back to the page.
  if (answer.status === 403 && (await isOfAnother(fields.get("author")))) return fetch(plain)
  if (isForLater(answer) || answer.status === 403) return keep(request, fields, answer.status)
  if (isTaken(answer)) await dropSent(fields).catch(() => {})
  return answer
}

async function dropSent(fields) {
  const ids = ["letter", "draft"].map((name) => fields.get(name)).filter(Boolean)
  for (const id of ids) await dropItem({ id })
  if (ids.length) await tell()
}

function isDraft({ id }) {
  return id.startsWith("/drafts/")
}

async function keep(request, fields, status) {
  // The token is asked for anew, and the words were for now.
  const names = ["author", "words", "about", "letter", "draft", "csrfmiddlewaretoken"]
  const [author, words, about, letter, draft] = names.map((name) => fields.get(name))
  for (const name of names) fields.delete(name)
  const id = letter || fields.get("device_id") || crypto.randomUUID()
  const isPage = request.mode === "navigate"
  try {
    const sealed = await seal({ url: request.url, about, fields: String(fields) })
    await putItem({ id, author, order: Date.now(), ...sealed })
    if (draft) await dropItem({ id: draft })
  } catch {
    await tell({ full: true })
    // Nothing to show: the browser leaves a page, and what is written on it, as it is.
    return new Response(null, { status: isPage ? 204 : 507 })
  }
  registration.sync?.register("outbox").catch(() => {})
  // A server that answers is asked again at once: with another token, or for who is signed in.
  status < 500 ? sendWaiting() : await tell()
  // Signed out, the way there leads through the sign-in.
  if (isPage) return Response.redirect(status === 401 ? "/waiting/" : "/today/", 303)
  return words ? piece(words) : new Response(null, { status: 202 })
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
  const drafts = items.filter((item) => isDraft(item) && !item.look).length
  const told = { waiting: items.length - look - drafts, look, drafts, ...more }
  for (const page of await clients.matchAll()) page.postMessage(told)
}

// To the page where it was begun: the words of a tab that was killed.
async function giveDraft({ data: { user, draft }, source }) {
  const kept = (await waiting()).find(({ id, author }) => id === draft && author === user)
  if (kept) source.postMessage({ draft, fields: (await unseal(kept)).fields })
}

// One after the other, also when two pages ask at once.
let sending = Promise.resolve()
function sendWaiting() {
  return (sending = sending.then(sendAll).catch(() => {}))
}

async function sendAll() {
  await tell()
  if (!(await waiting()).length) return
  const { user, csrf } = await whoIsHere()
  if (!user) return tell({ signedOut: true })
  for (const item of await waiting()) {
    if (item.author !== user) await dropItem(item)
    else if (!item.look && !(await sendOne(item, csrf))) break
  }
  await tell()
}

async function whoIsHere() {
  const answer = await fetch("/sync/token/", { signal: limit(PATIENCE) })
  return answer.status === 401 ? {} : answer.json()
}

async function isOfAnother(author) {
  const { user } = await whoIsHere().catch(() => ({}))
  return user && user !== author
}

// True when the next may go. What the server does not take stays, for its author to look at.
async function sendOne(item, csrf) {
  const { url, fields } = await unseal(item)
  const body = new URLSearchParams(fields)
  body.set("sent_at", new Date().toISOString())
  const headers = { "X-CSRFToken": csrf, [OURS]: "1" }
  const how = { method: "POST", body, headers, redirect: "manual", signal: limit(PATIENCE) }
  const answer = await fetch(url, how).catch(() => LOST)
  if (isForLater(answer)) return false
  await (isTaken(answer) ? dropItem(item) : putItem({ ...item, look: true }))
  return true
}

function isForLater({ status }) {
  return status >= 500 || status === 401 || status === 429
}

function isTaken(answer) {
  return answer.ok || answer.type === "opaqueredirect"
}
