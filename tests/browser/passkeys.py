"""A phone that holds passkeys, as a browser's tools imitate one; it says yes by itself."""

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def holds_keys(page):
    """Returns verifies(yes): whether the phone knows its owner by finger, face or PIN."""
    page.goto(page.url)
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    phone = tools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})

    def verifies(yes):
        tools.send("WebAuthn.setUserVerified", {**phone, "isUserVerified": yes})

    return verifies


def add_passkey(page, look=None):
    """By the person themselves, who says their password first. look(page) before the press."""
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Password").fill("correct-horse-9")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Sign in with it alone").check()
    # The press is answered by a script.
    page.wait_for_load_state()
    if look:
        look(page)
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
