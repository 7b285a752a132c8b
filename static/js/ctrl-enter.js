// Ctrl+Enter (or Cmd+Enter) in a text sends its form, by its main button.
addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.form) return
  event.preventDefault()
  const { form } = event.target
  form.requestSubmit(form.querySelector(".button--main:not([form])") || undefined)
})
