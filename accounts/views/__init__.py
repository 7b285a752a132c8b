def sent(request):
    """What a form is bound to: the answers of a POST, however few; nothing for a GET."""
    return request.POST if request.method == "POST" else None
