// When htmx cannot send, words say so where the press was; the form stays as it is, to be sent again.
for (const kind of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  addEventListener(kind, ({ detail }) => {
    const { unsent, signedOut } = document.getElementById("messages")?.dataset || {}
    const { full } = document.querySelector("waiting-pill")?.dataset || {}
    const { shut } = document.querySelector("sign-in-again")?.dataset || {}
    // 507 is the worker's own answer when a phone has no room left.
    const words = { 401: signedOut, 403: shut, 404: shut, 507: full }[detail.xhr?.status] || unsent
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
