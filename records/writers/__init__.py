"""Print what the reader has built: each takes the record and gives a file's bytes."""
