// A form that saves as it goes and is now sent whole: the save under way has nothing left to say, and
// would arrive after the page has moved on.
let sent = null
addEventListener("submit", ({ target }) => {
  sent = target
  target.dispatchEvent(new Event("htmx:abort"))
})
document.addEventListener("htmx:beforeRequest", (event) => event.detail.elt === sent && event.preventDefault())
addEventListener("pageshow", () => (sent = null))
