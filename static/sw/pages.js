// This week's pages, on the phone of somebody who called it their own: the network first, then
// the copy. A page says itself whose it is and that it may be kept; no other page ever is.
const LONGEST = 14 * 24 * 3600_000
const FRESH = 30 * 60_000
const LIMIT = 4000
const MARK = /<this-phone user="([\w-]+)"\s+keeps/

async function page(event) {
  const path = pathOf(event.request.url)
  const answer = network(event)
  const copy = answer.then((fresh) => fresh.clone()).catch(() => {})
  const found = keptPage(path).catch(() => {})
  event.waitUntil(found.then(async (kept) => kept && keepAgain(path, await copy)).catch(() => {}))
  const sound = answer.then(async (fresh) => (fresh.status < 500 ? fresh : (await found) || fresh))
  const late = pause(LIMIT).then(async () => (await found) || answer)
  return Promise.race([sound, late]).catch(async () => (await found) || caches.match("/offline/"))
}

async function network(event) {
  return (await event.preloadResponse) || fetch(event.request)
}

// A page that shows what was just saved, or what a reminder was about, is the same page.
function pathOf(url) {
  const { pathname, searchParams } = new URL(url, location.origin)
  for (const name of ["saved", "first"]) searchParams.delete(name)
  return String(searchParams) ? `${pathname}?${searchParams}` : pathname
}

async function pagesCaches(but) {
  return (await caches.keys()).filter((name) => name.startsWith("pages-") && name !== `pages-${but}`)
}

async function keptPage(path) {
  for (const name of await pagesCaches()) {
    const kept = await (await caches.open(name)).match(path)
    if (kept && ageOf(kept) < LONGEST) return kept
  }
}

function ageOf(kept) {
  return Date.now() - kept.headers.get("X-Kept")
}

async function keepAgain(path, answer) {
  for (const name of await pagesCaches()) {
    const pages = await caches.open(name)
    if (await pages.match(path)) await keepPage(pages, name, path, answer)
  }
}

async function keepPage(pages, name, path, answer) {
  if (!answer.ok || answer.redirected || /[?&](saved|first)=/.test(answer.url)) return
  const [now, text] = [new Date(), await answer.text()]
  if (`pages-${text.match(MARK)?.[1]}` !== name) return
  const headers = new Headers(answer.headers)
  headers.set("X-Kept", now.getTime())
  const copy = text.replace("<html ", `<html data-kept="${now.toISOString()}" `)
  await pages.put(path, new Response(copy, { headers }))
}

// What Today lists, one after the other; what it does not list any more goes.
async function keepWeek(user, week) {
  const name = `pages-${user}`
  const pages = await caches.open(name)
  for (const old of await pages.keys()) if (!week.includes(pathOf(old.url))) await pages.delete(old)
  for (const path of week) {
    const kept = await pages.match(path)
    if (!kept || ageOf(kept) > FRESH) await fetchPage(pages, name, path, week).catch(() => {})
  }
}

// An address that leads on is kept as that, where it leads to a page of this week.
async function fetchPage(pages, name, path, week) {
  const answer = await fetch(path, { signal: limit(20_000) })
  if (!answer.redirected) return keepPage(pages, name, path, answer)
  const headers = { Location: pathOf(answer.url), "X-Kept": Date.now() }
  if (week.includes(headers.Location)) await pages.put(path, new Response(null, { status: 302, headers }))
}

async function forgetPages(but) {
  await Promise.all((await pagesCaches(but)).map((name) => caches.delete(name)))
}

// Too old to be shown is too old to lie about.
async function forgetOld() {
  for (const name of await pagesCaches()) {
    const pages = await caches.open(name)
    for (const path of await pages.keys()) if (ageOf(await pages.match(path)) > LONGEST) await pages.delete(path)
  }
}
