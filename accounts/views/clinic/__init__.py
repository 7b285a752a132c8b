"""The admin's pages. They show accounts and counts, never what a client wrote."""
