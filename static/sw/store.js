// What waits to be sent, on this phone only, sealed with a key that this phone made for itself and
// that no script can read out. The author's id stays in the open: a random number, known already
// from the name of the kept pages, by which somebody else's letters go even if the key is lost.
function database() {
  return new Promise((done, failed) => {
    const opening = indexedDB.open("outbox", 1)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("waiting", { keyPath: "id" })
      opening.result.createObjectStore("keys")
    }
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => failed(opening.error)
  })
}

// One act, done when it is on the disk. Left open, a database could not be cleared.
async function stored(name, mode, act) {
  const all = await database()
  try {
    return await new Promise((done, failed) => {
      const step = all.transaction(name, mode)
      const asked = act(step.objectStore(name))
      step.oncomplete = () => done(asked.result)
      step.onabort = () => failed(step.error)
    })
  } finally {
    all.close()
  }
}

async function ownKey() {
  const kept = () => stored("keys", "readonly", (keys) => keys.get("own"))
  const fresh = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
  if (await kept()) return kept()
  const key = await fresh()
  // Of two at once the first one counts, for both.
  await stored("keys", "readwrite", (keys) => keys.add(key, "own")).catch(() => {})
  return kept()
}

async function seal(words) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = new TextEncoder().encode(JSON.stringify(words))
  return { iv, sealed: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await ownKey(), text) }
}

async function unseal({ iv, sealed }) {
  const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await ownKey(), sealed)
  return JSON.parse(new TextDecoder().decode(text))
}

async function waiting() {
  const items = await stored("waiting", "readonly", (all) => all.getAll())
  return items.sort((one, other) => one.order - other.order)
}

function putItem(item) {
  return stored("waiting", "readwrite", (all) => all.put(item))
}

function dropItem({ id }) {
  return stored("waiting", "readwrite", (all) => all.delete(id))
}
