"""`make lighthouse`: what Lighthouse says of a client's pages, and how soon they show."""
