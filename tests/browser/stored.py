"""Everything a browser keeps of a site, read as somebody with the phone in hand could."""

READ = """async () => ({
  local: {...localStorage},
  session: {...sessionStorage},
  databases: (await indexedDB.databases()).map(each => each.name),
  caches: await all_cached(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
CACHED = """const all_cached = async () => {
  const names = await caches.keys()
  const kept = await Promise.all(names.map(async name => (await (await caches.open(name)).keys())))
  return kept.flat().map(request => new URL(request.url).pathname)
}"""
# They say who is signed in, that the app lock is open, in which language, and nothing else.
COOKIES = {"sessionid", "sessionid-open", "csrftoken", "django_language"}


def stored(page):
    """{"local", "session", "databases", "caches", "workers", "cookies"} of the page's site, once
    its scripts are through: htmx notes an address, and ours takes it away."""
    page.wait_for_load_state("domcontentloaded")
    found = page.evaluate(f"() => {{ {CACHED}; return ({READ})() }}")
    cookies = {cookie["name"] for cookie in page.context.cookies()} - COOKIES
    return found | {"cookies": cookies}


def of_a_person(found):
    """What is there beyond the product's own files, which are the same on every phone."""
    kept = {place: things for place, things in found.items() if things and place != "workers"}
    pages = [path for path in kept.pop("caches", []) if not path.startswith("/static/")]
    return kept | ({"caches": pages} if pages else {})
