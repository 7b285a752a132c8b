"""A record from elsewhere: read from a file, looked at, and written into a therapy here."""
