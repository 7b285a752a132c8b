// The product's own files, by names that change with what is in them: the copy comes first.
const HASHED = /\.[0-9a-f]{12}\.\w+$/

addEventListener("install", (event) => event.waitUntil(install()))
addEventListener("activate", (event) => event.waitUntil(activate()))

// Asked when all is there: if the switch was pressed meanwhile, the phone was cleared without this.
async function install() {
  const name = `static-${VERSION}`
  await (await caches.open(name)).addAll(SHELL)
  if ((await whoIsHere()).seen) throw await caches.delete(name)
  await skipWaiting()
}

// The version before stays too: pages that are open, or kept, still ask for its files.
async function activate() {
  const versions = (await caches.keys()).filter((name) => name.startsWith("static-"))
  const gone = versions.filter((name) => name !== `static-${VERSION}`).slice(0, -1)
  await Promise.all(gone.map((name) => caches.delete(name)))
  await registration.navigationPreload?.enable()
  await clients.claim()
}

// A disk that does not answer (a phone all but full) holds nothing up where there is a network.
async function file(request) {
  const found = caches.match(request).catch(() => {})
  const kept = HASHED.test(request.url) && (await Promise.race([found, pause(1000)]))
  return kept || fetch(request).catch(async () => (await found) || Response.error())
}
