// A form that saves as it goes and is now sent whole. The answer to the save under way says which
// state of the week this window knows: sent before it came, the whole would look like another
// window's. So it waits for that answer, and nothing more is saved beside it.
const SAVES = "form[hx-post]:not([hx-trigger*=submit])"
let sent = null
addEventListener("submit", (event) => {
  const { target: form, submitter } = event
  if (!form.matches(SAVES)) return
  sent = form
  if (!form.classList.contains("htmx-request")) return
  event.preventDefault()
  const send = () => form.requestSubmit(submitter?.form === form ? submitter : null)
  form.addEventListener("htmx:afterRequest", () => setTimeout(send), { once: true })
})
document.addEventListener("htmx:beforeRequest", (event) => event.detail.elt === sent && event.preventDefault())
addEventListener("pageshow", () => (sent = null))
