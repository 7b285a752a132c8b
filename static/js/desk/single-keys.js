// Single keys on a therapist's pages, while nobody types. A link, button or field names its key in
// aria-keyshortcuts; j and k walk along the clients, r opens the review of the one in hand.
// Whoever switches them off on Me does not get this module.
const WRITING = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]"
const CLIENTS = "#people .person__name a"

const walked = (step) => {
  const clients = [...document.querySelectorAll(CLIENTS)]
  const here = clients.indexOf(document.activeElement)
  return clients[here < 0 ? 0 : Math.min(Math.max(here + step, 0), clients.length - 1)]
}
const reviewed = () => document.activeElement.closest(".person")?.querySelector("[data-review]")
const named = (key) => document.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`)

addEventListener("keydown", (event) => {
  const { key, target } = event
  if (key.length > 1 || event.ctrlKey || event.metaKey || event.altKey || target.closest?.(WRITING)) return
  const step = { j: 1, k: -1 }[key]
  const found = (step && walked(step)) || (key === "r" && reviewed()) || named(key)
  if (!found) return
  event.preventDefault()
  if (step || found.matches(WRITING)) found.focus()
  else found.click()
})
