// htmx notes the address of each page in the tab. Nothing of ours reads it, and others might.
addEventListener("DOMContentLoaded", () => sessionStorage.removeItem("htmx-current-path-for-history"))
