// When htmx cannot send, words say so where the press was; the form stays as it is, to be sent again.
for (const kind of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  addEventListener(kind, ({ detail }) => {
    // The worker's own answer when a phone has no room left.
    const isFull = detail.xhr?.status === 507
    const words = isFull ? document.querySelector("waiting-pill")?.dataset.full : document.getElementById("messages")?.dataset.unsent
    const place = detail.elt.closest("form") || detail.elt
    if (!words || place.nextElementSibling?.matches(".unsent")) return
    place.insertAdjacentHTML("afterend", '<p class="notice unsent" role="alert"></p>')
    place.nextElementSibling.textContent = words
  })
}

addEventListener("htmx:beforeRequest", ({ detail }) => {
  const note = (detail.elt.closest("form") || detail.elt).nextElementSibling
  if (note?.matches(".unsent")) note.remove()
})
