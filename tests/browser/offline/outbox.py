"""What lies in a phone's outbox, and how it gets there."""

from tests.homework.presses import address

NOTE = "Two stops, then the bridge"
EMPTY = "in_outbox().then(all => all.length === 0)"
WAITING = "in_outbox().then(all => all.length === {})"
# All that lies in the outbox, as somebody with the phone in hand could read it.
IN_OUTBOX = """window.in_outbox = async () => {
  const opening = indexedDB.open("outbox")
  const all = await new Promise(done => { opening.onsuccess = () => done(opening.result) })
  if (!all.objectStoreNames.length) return []
  const asked = all.transaction("waiting").objectStore("waiting").getAll()
  const items = await new Promise(done => { asked.onsuccess = () => done(asked.result) })
  all.close()
  return items
}"""


def pill_says(phone, words):
    phone.page.locator("waiting-pill").get_by_text(words).wait_for()


def write_in_full(phone, own, words):
    phone.page.goto(address("log", own.assignment))
    phone.page.get_by_role("radio", name="Done").check()
    phone.page.locator("[name=note]").fill(words)
    phone.press("Save")
