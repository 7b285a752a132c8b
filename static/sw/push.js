// A message for this phone: the JSON that a browser with Declarative Web Push reads by itself.
addEventListener("push", (event) => {
  const { notification: said } = event.data.json()
  event.waitUntil(registration.showNotification(said.title, { ...said, data: said }))
})

// A press changes nothing: it opens the page where one can.
addEventListener("notificationclick", (event) => {
  const { data } = event.notification
  event.notification.close()
  const pressed = data.actions.find(({ action }) => action === event.action)
  event.waitUntil(clients.openWindow((pressed || data).navigate))
})
